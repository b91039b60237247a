import { setTimeout as delay } from 'node:timers/promises';

/** Jobs that run may take this long to end, in ms; the process has ten seconds in all. */
const JOBS_MS = 8000;
/** Slack waits no longer for an acknowledgement, in ms; a request that is still open then is nobody's. */
const ACK_MS = 3000;

interface Parts {
  /** From now on `/readyz` says no. */
  readonly turnRed: () => void;
  /** Takes up no job any more, finishes what runs within `graceMs` and hands back the rest. */
  readonly stopJobs: (graceMs: number) => Promise<void>;
  /** Takes no request any more; resolves when those that run are over. */
  readonly closeEntrance: () => Promise<void>;
  /** How long whoever shares out the requests needs to see that we are red, in ms. */
  readonly lookAwayMs: number;
}

/**
 * Ends a process within eight seconds: red first, while requests still get their answer and what they ask
 * for is stored for the next process; then the jobs end or go back; the door closes last. Both ends fall
 * together, because a job that was handed back must not go on here beside another process.
 */
export async function drain({ turnRed, stopJobs, closeEntrance, lookAwayMs }: Parts): Promise<void> {
  turnRed();
  const jobsOver = stopJobs(JOBS_MS);
  const jobsOrTime = Promise.race([jobsOver, delay(JOBS_MS - ACK_MS, undefined, { ref: false })]);
  await Promise.all([jobsOrTime, delay(lookAwayMs)]);
  const closed = Promise.race([closeEntrance(), delay(ACK_MS, undefined, { ref: false })]);
  await Promise.all([closed, jobsOver]);
}
