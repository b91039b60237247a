import { expect, test } from 'vitest';
import type { CountedReview } from '../../../src/reviews/digests/figures.ts';
import { mergeWeeks } from '../../../src/reviews/digests/merge-weeks.ts';
import { draftsIn, weeksFrom } from '../../support/counted-reviews.ts';

/** One week after the other, each with so many drafts by three people. */
const weeksWith = (...counts: number[]) =>
  counts.map((count, week) => ({ period: weeksFrom(week), drafts: draftsIn(week, count) }));

const merged = (weeks: ReturnType<typeof weeksWith>) =>
  mergeWeeks(weeks).map(({ period, drafts }) => ({ period, drafts: drafts.length }));

test('weeks that hold enough stay as they are', () => {
  expect(merged(weeksWith(5, 6))).toEqual([
    { period: weeksFrom(0), drafts: 5 },
    { period: weeksFrom(1), drafts: 6 },
  ]);
});

test('a week that holds too little is one with the next, and with one more where that is too little still', () => {
  expect(merged(weeksWith(5, 1, 0, 4, 7))).toEqual([
    { period: weeksFrom(0), drafts: 5 },
    { period: weeksFrom(1, 3), drafts: 5 },
    { period: weeksFrom(4), drafts: 7 },
  ]);
});

test('a last week that holds too little is one with the one before', () => {
  expect(merged(weeksWith(9, 5, 2, 1))).toEqual([
    { period: weeksFrom(0), drafts: 9 },
    { period: weeksFrom(1, 3), drafts: 8 },
  ]);
});

test('many drafts of two people are too little, until a third joins them', () => {
  const byTwo = (week: number): CountedReview[] =>
    draftsIn(week, 9).map((draft) => ({ ...draft, person: draft.person === 'Cai' ? 'Ana' : draft.person }));
  const weeks = [
    { period: weeksFrom(0), drafts: byTwo(0) },
    { period: weeksFrom(1), drafts: draftsIn(1, 1, () => ({ person: 'Cai' })) },
    { period: weeksFrom(2), drafts: byTwo(2) },
  ];
  expect(merged(weeks)).toEqual([{ period: weeksFrom(0, 3), drafts: 19 }]);
  expect(merged(weeks.slice(2))).toEqual([]);
});

test('weeks before the first draft are left out', () => {
  expect(merged(weeksWith(0, 0, 3, 3, 0))).toEqual([{ period: weeksFrom(2, 3), drafts: 6 }]);
});

test('nothing is told where all weeks together hold too little', () => {
  expect(merged(weeksWith(1, 0, 1, 2))).toEqual([]);
  expect(merged([])).toEqual([]);
});
