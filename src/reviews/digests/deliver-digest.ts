import { CannotPostError } from '../errors.ts';
import type { Clock } from '../ports.ts';
import { isTooLittle } from './figures.ts';
import type { GatherDigest } from './gather-digest.ts';
import type { DigestChannel, DigestStore, KeptDigest } from './ports.ts';

/** Later than this after it was due, a digest says that it is late; in ms. */
const LATE_MS = 3_600_000;
/** More periods in a row than any channel keeps quiet for. */
const REMEMBERED = 120;

/**
 * Builds and posts one digest. May be called again for the same: it goes on where the last attempt stopped,
 * with the figures that were built then. A throw means "try again later".
 */
export type DeliverDigest = (job: { readonly digestId: string }) => Promise<void>;

interface Deps {
  readonly digests: DigestStore;
  readonly gather: GatherDigest;
  readonly channel: DigestChannel;
  readonly clock: Clock;
}

export function createDeliverDigest({ digests, gather, channel, clock }: Deps): DeliverDigest {
  return async ({ digestId }) => {
    const digest = await digests.digest(digestId);
    if (digest?.state !== 'due') return;
    const schedule = await digests.schedule(digest.place);
    // Turned off, or paused, after it was due.
    if (schedule?.state !== 'on') return digests.finish(digest.id, 'unposted');
    const { zone } = schedule.schedule;
    const earlier = await digests.latest(digest.place, REMEMBERED);
    const untold = untoldBefore(digest, earlier);
    const from = untold.at(-1)?.period.from ?? digest.period.from;
    const figures = digest.figures ?? (await gather(digest.place, { from, to: digest.period.to }, zone));
    if (isTooLittle(figures)) return digests.finish(digest.id, 'merged');
    await digests.recordFigures(digest.id, figures);
    const told = {
      figures,
      zone,
      merged: untold.length > 0,
      lateSince: clock.now().getTime() - Date.parse(digest.dueAt) > LATE_MS ? digest.dueAt : undefined,
      first: earlier.every(({ state }) => state !== 'posted'),
    };
    try {
      const ts = await channel.post(digest, told, schedule);
      await digests.finish(digest.id, 'posted', ts);
    } catch (error) {
      if (!(error instanceof CannotPostError)) throw error;
      await channel.tellOwner(schedule, error);
      await digests.pause(digest.place);
      await digests.finish(digest.id, 'unposted');
    }
  };
}

/** The unbroken run of digests before this one that nobody has been told of, newest first. */
function untoldBefore(digest: KeptDigest, newestFirst: readonly KeptDigest[]): readonly KeptDigest[] {
  const untold: KeptDigest[] = [];
  let begins = digest.period.from;
  for (const { period, state, ...rest } of newestFirst) {
    if (period.to > begins) continue;
    if (period.to !== begins || state === 'posted' || state === 'due') break;
    untold.push({ ...rest, period, state });
    begins = period.from;
  }
  return untold;
}
