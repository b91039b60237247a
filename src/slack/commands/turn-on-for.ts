import type { KeptSchedule } from '../../reviews/digests/ports.ts';
import type { DigestSchedule } from '../../reviews/digests/schedule.ts';
import type { SettingsPlace } from '../../reviews/ports.ts';
import type { DigestParts } from './digest-parts.ts';

/**
 * Turns a digest on for somebody, and resolves to whose digest it takes the place of, if that was somebody
 * else's. One that is on just so is left as it is, with who turned it on.
 */
export async function turnOnFor(
  { turnOn }: Pick<DigestParts, 'turnOn'>,
  { place, before }: { readonly place: SettingsPlace; readonly before: KeptSchedule | undefined },
  schedule: DigestSchedule,
  userId: string,
): Promise<{ readonly kept: KeptSchedule; readonly insteadOf: string | undefined }> {
  if (before?.state === 'on' && isSame(before.schedule, schedule))
    return { kept: before, insteadOf: undefined };
  const kept = await turnOn(place, schedule, userId);
  const isOther = before !== undefined && before.state !== 'off' && before.owner !== userId;
  return { kept, insteadOf: isOther ? before.owner : undefined };
}

const isSame = (one: DigestSchedule, other: DigestSchedule): boolean =>
  one.frequency === other.frequency &&
  one.day === other.day &&
  one.time === other.time &&
  one.zone === other.zone;
