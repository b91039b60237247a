import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULES } from '../../../src/evaluator/rules/index.ts';
import { clearlyBetter } from '../../../src/reviews/digests/clearly-better.ts';
import type { Counts } from '../../../src/reviews/digests/figures.ts';
import { weeksFrom } from '../../support/counted-reviews.ts';

/** So many drafts, in some of which a rule was broken. */
const countsOf = (drafts: number, faults: Record<string, number>, missing: Record<string, number> = {}) => {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .filter(([, times]) => times > 0)
      .map(([rule, times]) => ({ rule, drafts: times }));
  const rest = { period: weeksFrom(0), people: 3, medianScore: 60 };
  return { ...rest, drafts, faults: list(faults), missing: list(missing) } satisfies Counts;
};

test('what fell far in many drafts is praised, with its shares before and now', () => {
  const before = countsOf(40, { 'sorry-but': 24, minimising: 10 }, { 'repair-offer': 30 });
  const now = countsOf(50, { 'sorry-but': 10, minimising: 12 }, { 'repair-offer': 10 });
  expect(clearlyBetter(before, now)).toEqual({ rule: 'repair-offer', before: 0.75, now: 0.2 });
});

test('what is gone altogether is praised', () => {
  const better = clearlyBetter(countsOf(20, { 'sorry-but': 14 }), countsOf(20, {}));
  expect(better).toEqual({ rule: 'sorry-but', before: 0.7, now: 0 });
});

test('the same fall in few drafts may be luck, and is not', () => {
  expect(clearlyBetter(countsOf(5, { 'sorry-but': 3 }), countsOf(5, {}))).toBeUndefined();
  expect(clearlyBetter(countsOf(8, { 'sorry-but': 6 }), countsOf(8, { 'sorry-but': 2 }))).toBeUndefined();
});

test('less than ten points is nothing to speak of, however many drafts; ten points are enough', () => {
  const before = countsOf(10_000, { 'sorry-but': 3000 });
  expect(clearlyBetter(before, countsOf(10_000, { 'sorry-but': 2001 }))).toBeUndefined();
  expect(clearlyBetter(before, countsOf(10_000, { 'sorry-but': 2000 }))).toMatchObject({ now: 0.2 });
});

test('a fall that may be luck does not hide a smaller one that is none', () => {
  // Around a half, chance moves a share furthest.
  const before = countsOf(24, { 'sorry-but': 12, minimising: 8 });
  const now = countsOf(24, { 'sorry-but': 3, minimising: 0 });
  expect(clearlyBetter(before, now)?.rule).toBe('minimising');
});

test('what rose is never said to be better', () => {
  const anyCounts = fc
    .integer({ min: 1, max: 400 })
    .chain((drafts) =>
      fc
        .tuple(fc.nat(drafts), fc.nat(drafts))
        .map(([some, others]) => countsOf(drafts, { 'sorry-but': some }, { 'repair-offer': others })),
    );
  fc.assert(
    fc.property(anyCounts, anyCounts, (before, now) => {
      const better = clearlyBetter(before, now);
      if (better === undefined) return;
      expect(better.before - better.now).toBeGreaterThan(0.0999);
      const share = ({ drafts, faults, missing }: Counts) =>
        ([...faults, ...missing].find(({ rule }) => rule === better.rule)?.drafts ?? 0) / drafts;
      expect([better.before, better.now]).toEqual([share(before), share(now)]);
    }),
  );
});

test('where nothing changed, luck is taken for better in one digest of twenty at most', () => {
  // Every run draws the same numbers.
  let state = 20260302;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  // From a fault that is in one of fifty drafts to a part that is missing in three of five.
  const shares = RULES.map((_, index) => 0.02 + (0.58 * index) / RULES.length);
  const draw = (drafts: number): Counts => {
    const times = shares.map(
      (share) => Array.from({ length: drafts }, random).filter((n) => n < share).length,
    );
    return countsOf(drafts, Object.fromEntries(times.map((count, index) => [RULES[index]?.id, count])));
  };
  for (const [before, now] of [
    [5, 5],
    [20, 20],
    [20, 6],
    [6, 20],
    [100, 100],
  ] as const) {
    const wrong = Array.from({ length: 500 }, () => clearlyBetter(draw(before), draw(now))).filter(Boolean);
    expect({ before, now, of500: wrong.length }).toMatchObject({ of500: expect.toSatisfy((n) => n <= 25) });
  }
});
