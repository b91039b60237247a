import fc from 'fast-check';
import { RULES } from '../../src/evaluator/rules/index.ts';
import type { Counts, DigestFigures, Period } from '../../src/reviews/digests/figures.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** As often as not the clocks change, or the year does, within the eight weeks after. */
const MONDAYS = ['2026-03-02T00:00:00.000Z', '2026-09-28T00:00:00.000Z', '2026-11-23T00:00:00.000Z'];

const FAULTS = ['a-rule-of-former-times', ...ids('fault'), ...ids('gate')];
const PARTS = ids('component');

function ids(kind: string): string[] {
  return RULES.filter((rule) => rule.kind === kind).map(({ id }) => id);
}

const after = (from: string, weeks: number): Period => ({
  from,
  to: new Date(Date.parse(from) + weeks * WEEK_MS).toISOString(),
});

const ruleCounts = (from: readonly string[], drafts: number) =>
  fc
    .subarray([...from])
    .chain((rules) =>
      fc.tuple(
        ...rules.map((rule) =>
          fc.record({ rule: fc.constant(rule), drafts: fc.integer({ min: 1, max: drafts }) }),
        ),
      ),
    )
    .map((counts) => counts.toSorted((a, b) => b.drafts - a.drafts));

const median = fc.integer({ min: 0, max: 200 }).map((twice) => twice / 2);

function countsOf(period: Period): fc.Arbitrary<Counts> {
  return fc.constantFrom(5, 34, 1_000_000_000).chain((drafts) =>
    fc.record({
      period: fc.constant(period),
      drafts: fc.constant(drafts),
      people: fc.constantFrom(3, drafts),
      medianScore: median,
      faults: ruleCounts(FAULTS, drafts),
      missing: ruleCounts(PARTS, drafts),
    }),
  );
}

/** Up to eight weeks in a row, some of them merged with the next. */
const weeksFrom = (monday: string): fc.Arbitrary<Counts[]> =>
  fc.array(fc.constantFrom(1, 1, 1, 2, 5), { maxLength: 8, size: 'max' }).chain((lengths) => {
    let from = monday;
    const counts = lengths.map((length) => {
      const period = after(from, length);
      from = period.to;
      return countsOf(period);
    });
    return fc.tuple(...counts);
  });

const optional = <T>(what: fc.Arbitrary<T>) => fc.option(what, { nil: undefined });
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Any figures that are enough to be told, likely or not. */
export const anyDigest: fc.Arbitrary<DigestFigures> = fc
  .tuple(fc.constantFrom(...MONDAYS), fc.constantFrom(1, 2, 5))
  .chain(([monday, length]) =>
    fc.record({
      counts: countsOf(after(monday, length)),
      previous: optional(countsOf(after(monday, length))),
      edited: optional(
        fc.record({
          drafts: fc.nat(1_000_000),
          people: fc.nat(100),
          medianGain: fc.integer({ min: -100, max: 100 }),
        }),
      ),
      better: optional(fc.record({ rule: fc.constantFrom(...FAULTS, ...PARTS), before: share, now: share })),
      practice: optional(
        fc.record({
          rule: fc.constantFrom(...FAULTS, ...PARTS),
          drafts: fc.nat(1_000_000),
          medianThen: median,
        }),
      ),
      weeks: weeksFrom(monday),
    }),
  )
  .map(({ counts, previous, edited, better, practice, weeks }) => ({
    ...counts,
    weeks,
    ...(previous === undefined ? {} : { previous }),
    ...(edited === undefined ? {} : { edited }),
    ...(better === undefined ? {} : { better }),
    ...(practice === undefined ? {} : { practice }),
  }));
