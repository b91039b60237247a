import type { Clock } from '../ports.ts';
import { lastDueDay, nextDueDay } from './due-days.ts';
import type { DigestStore, KeptSchedule } from './ports.ts';

/** So many schedules are looked at together. */
const BATCH = 100;

/**
 * Between two digests of one workspace, in ms. Slack takes "several hundred" messages a minute from an app
 * in a workspace (docs.slack.dev, rate limits) and reviews come first; so this is 150 a minute.
 */
export const APART_MS = 400;

/**
 * Finds the digests that are due and stores each with its job, once however many processes look. What was
 * missed while nobody looked becomes one digest up to the last day that was due. Resolves to how many were
 * begun. Throws StoreUnavailableError; what was begun stays begun.
 */
export type BeginDueDigests = () => Promise<number>;

interface Deps {
  readonly digests: Pick<DigestStore, 'due' | 'begin'>;
  readonly clock: Clock;
}

export function createBeginDueDigests({ digests, clock }: Deps): BeginDueDigests {
  return async () => {
    const now = clock.now();
    const inLine = new Map<string, number>();
    let begun = 0;
    for (;;) {
      const due = await digests.due(now, BATCH);
      for (const schedule of due) {
        const line = schedule.place.teamId ?? schedule.place.enterpriseId ?? '';
        const ahead = inLine.get(line) ?? 0;
        inLine.set(line, ahead + 1);
        if (await begin(schedule, now, new Date(now.getTime() + ahead * APART_MS))) begun += 1;
      }
      if (due.length < BATCH) return begun;
    }
  };

  function begin(schedule: KeptSchedule, now: Date, runAt: Date): Promise<boolean> {
    const instant = now.toISOString();
    const last = lastDueDay(schedule, instant);
    const next = nextDueDay(schedule, instant);
    return digests.begin(
      schedule,
      { period: { from: schedule.coveredUntil, to: last.begins }, dueAt: last.dueAt },
      { nextDue: next.dueAt, coveredUntil: last.begins },
      runAt,
    );
  }
}
