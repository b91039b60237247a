import fc from 'fast-check';
import type { Rule } from '../../src/evaluator/rule.ts';
import { weightedRules } from '../../src/evaluator/rule-weights.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { isRequired } from '../../src/evaluator/score.ts';
import { INDISPENSABLE_RULE } from '../../src/reviews/channel-settings.ts';
import type { CountedReview, Period } from '../../src/reviews/digests/figures.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_MONDAY = Date.parse('2026-03-02T00:00:00Z');

/** An instant so many days after the first Monday, ISO 8601 UTC. */
export const day = (days: number): string => new Date(FIRST_MONDAY + days * DAY_MS).toISOString();

/** So many weeks from one on; 0 is the first. */
export const weeksFrom = (week: number, length = 1): Period => ({
  from: day(7 * week),
  to: day(7 * (week + length)),
});

/** Eight weeks in a row. */
export const EIGHT_WEEKS: readonly Period[] = [0, 1, 2, 3, 4, 5, 6, 7].map((week) => weeksFrom(week));

/** A draft that says sorry and no more of which anything is known, with what is said otherwise. */
export const countedReview = (change: Partial<CountedReview> = {}): CountedReview => ({
  requestedAt: day(0),
  person: 'Ana',
  score: 60,
  present: ['explicit-apology'],
  missing: [],
  faults: [],
  lastScore: undefined,
  rulesVersion: '2',
  ...change,
});

/** So many drafts in a week, by three people in turn. */
export const draftsIn = (
  week: number,
  count: number,
  change: (index: number) => Partial<CountedReview> = () => ({}),
): CountedReview[] =>
  Array.from({ length: count }, (_, index) =>
    countedReview({
      requestedAt: day(7 * week + index / count),
      person: ['Ana', 'Ben', 'Cai'][index % 3] ?? 'Ana',
      ...change(index),
    }),
  );

const FORMER = 'a-rule-of-former-times';

export const anyScore = fc.nat(100);

/** What may be kept of a draft: an optional component is there or of no account, but never missing. */
export const anyFound = fc
  .record({
    components: fc.array(fc.constantFrom('present', 'missing', 'na'), { minLength: 12, maxLength: 12 }),
    faults: fc.subarray([...RULES.filter(({ kind }) => kind !== 'component').map(({ id }) => id), FORMER], {
      maxLength: 6,
    }),
    isApology: fc.integer({ min: 0, max: 9 }).map((of) => of > 0),
    formerMissing: fc.boolean(),
  })
  .map(({ components, faults, isApology, formerMissing }) => {
    const ids = RULES.filter(({ kind }) => kind === 'component').map(({ id }) => id);
    const missing = ids.filter((id, index) => components[index] === 'missing' && isRequired(id, 'email'));
    return {
      present: isApology ? ids.filter((_, index) => components[index] === 'present') : [],
      missing: formerMissing ? [...missing, FORMER] : missing,
      faults: isApology ? faults : [],
    };
  });

const anyDraft: fc.Arbitrary<CountedReview> = fc
  .record({
    found: anyFound,
    // Often at the very edge of a day, and so of a week.
    at: fc.tuple(fc.integer({ min: -3, max: 59 }), fc.constantFrom(0, 0, 0.3, 0.99999)),
    person: fc.constantFrom('Ana', 'Ben', 'Cai', 'Dee', 'Eli'),
    score: anyScore,
    lastScore: fc.option(anyScore, { nil: undefined }),
    rulesVersion: fc.constant('2'),
  })
  .map(({ found, at: [days, part], ...rest }) => ({ ...found, ...rest, requestedAt: day(days + part) }));

/** What a channel may have checked in eight weeks and a little more, oldest first. */
export const anyReviews = (maxLength: number): fc.Arbitrary<readonly CountedReview[]> =>
  fc
    .array(anyDraft, { maxLength, size: 'max' })
    .map((drafts) => drafts.toSorted((a, b) => a.requestedAt.localeCompare(b.requestedAt)));

/** How a channel may count the rules: ids of those that are off, count twice or half. */
export const anyWeighing = fc
  .array(fc.constantFrom('usual', 'usual', 'usual', 'off', 'double', 'half'), {
    minLength: RULES.length,
    maxLength: RULES.length,
  })
  .map((counts) => {
    const those = (how: string) => RULES.map(({ id }) => id).filter((_, index) => counts[index] === how);
    return { off: those('off'), double: those('double'), half: those('half') };
  });

export type Weighing = typeof anyWeighing extends fc.Arbitrary<infer W> ? W : never;

/** The rules that count in such a channel, with what they count there. */
export const rulesIn = ({ off, double, half }: Weighing): readonly Rule[] =>
  weightedRules(
    RULES.filter(({ id }) => id === INDISPENSABLE_RULE || !off.includes(id)),
    { double, half },
  );
