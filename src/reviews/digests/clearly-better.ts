import type { Counts, DigestFigures } from './figures.ts';

/** A tenth of the drafts: less than ten percentage points is nothing to speak of, however certain. */
const SMALLEST_FALL = 1 / 10;

/**
 * So many standard errors are more than chance. Where nothing changed, one and a half of them would still
 * have some rule of the rubric fall in about half of all digests; three, in one of twenty at most.
 */
const STANDARD_ERRORS = 3;

/**
 * What came up clearly less often than before: of the rules whose share of drafts fell by ten percentage
 * points or more, and by more than chance explains, the one that fell most. `undefined` where there is
 * none: to praise what was luck is worse than to say nothing.
 */
export function clearlyBetter(previous: Counts, now: Counts): DigestFigures['better'] {
  const left = new Map([...now.faults, ...now.missing].map(({ rule, drafts }) => [rule, drafts]));
  const [most] = [...previous.faults, ...previous.missing]
    .map(({ rule, drafts }) => changeOf(rule, [drafts, previous.drafts], [left.get(rule) ?? 0, now.drafts]))
    .filter(({ fall, of, isChance }) => fall >= of * SMALLEST_FALL && !isChance)
    .sort((a, b) => b.fall - a.fall);
  return most && { rule: most.rule, before: most.before, now: most.now };
}

/** In so many drafts, of so many. */
type Part = readonly [drafts: number, of: number];

function changeOf(rule: string, before: Part, now: Part) {
  return {
    rule,
    before: shareOf(before),
    now: shareOf(now),
    // A share in whole numbers, so that exactly ten points are ten points.
    fall: before[0] * now[1] - now[0] * before[1],
    of: before[1] * now[1],
    isChance: isChance(withTwoMore(before), withTwoMore(now)),
  };
}

const shareOf = ([drafts, of]: Part): number => drafts / of;

/**
 * Agresti and Caffo's way with shares of few drafts: one more in which the rule was broken, and one more in
 * which it was not. Without them, all of five or none of five would have no error at all.
 */
const withTwoMore = ([drafts, of]: Part): Part => [drafts + 1, of + 2];

function isChance(before: Part, now: Part): boolean {
  const variance = (part: Part) => (shareOf(part) * (1 - shareOf(part))) / part[1];
  const error = Math.sqrt(variance(before) + variance(now));
  return shareOf(before) - shareOf(now) <= STANDARD_ERRORS * error;
}
