import type { Clock, SettingsPlace } from '../ports.ts';
import { isBefore, lastDueDay, nextDueDay } from './due-days.ts';
import type { DigestStore, KeptSchedule } from './ports.ts';
import type { DigestSchedule } from './schedule.ts';

/**
 * Turns the digest of a channel on, or changes when it comes. The first one tells of the stretch before as
 * if it had been on all the time, but of nothing that was told already. Throws StoreUnavailableError.
 */
export type TurnOnDigest = (
  place: SettingsPlace,
  schedule: DigestSchedule,
  owner: string,
) => Promise<KeptSchedule>;

interface Deps {
  readonly digests: Pick<DigestStore, 'schedule' | 'keep'>;
  readonly clock: Clock;
}

export const createTurnOnDigest =
  ({ digests, clock }: Deps): TurnOnDigest =>
  async (place, schedule, owner) => {
    const now = clock.now().toISOString();
    const told = (await digests.schedule(place))?.coveredUntil;
    let next = nextDueDay({ schedule }, now);
    const before = lastDueDay({ schedule, anchor: next.day }, now).begins;
    const coveredUntil = told !== undefined && isBefore(before, told) ? told : before;
    // In another zone today may have begun before the last digest ended.
    while (!isBefore(coveredUntil, next.begins)) next = nextDueDay({ schedule }, next.dueAt);
    const { day: anchor, dueAt: nextDue } = next;
    const kept: KeptSchedule = { place, schedule, owner, state: 'on', anchor, nextDue, coveredUntil };
    await digests.keep(kept);
    return kept;
  };
