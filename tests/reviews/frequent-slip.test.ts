import { expect, test } from 'vitest';
import { frequentSlip, wasNoApology, wasUnjudged } from '../../src/reviews/frequent-slip.ts';
import type { PastReview } from '../../src/reviews/ports.ts';

const past = (faults: string[], missing: string[] = [], present = ['explicit-apology']): PastReview => ({
  requestedAt: '2026-03-02T10:00:00.000Z',
  band: 'needs-work',
  score: 60,
  present,
  missing,
  faults,
});

test('what came up most often is named, with how often and of how many', () => {
  const reviews = [
    past(['blames-others']),
    past(['sorry-but'], ['repair-offer']),
    past([], ['repair-offer']),
  ];
  expect(frequentSlip(reviews)).toEqual({ rule: 'repair-offer', times: 2, of: 3 });
});

test('of two that came up as often, the fault is named', () => {
  const reviews = [past(['sorry-but'], ['repair-offer']), past(['sorry-but'], ['repair-offer'])];
  expect(frequentSlip(reviews)?.rule).toBe('sorry-but');
});

test('what a ready draft did without is no slip', () => {
  const ready = { ...past([], ['follow-up']), band: 'ready' as const };
  expect(frequentSlip([ready, ready])).toBeUndefined();
  const slips = [past(['sorry-but']), past(['sorry-but']), ready, ready];
  expect(frequentSlip(slips)).toEqual({ rule: 'sorry-but', times: 2, of: 4 });
});

test('once is no habit', () => {
  expect(frequentSlip([past(['sorry-but']), past([], ['repair-offer'])])).toBeUndefined();
  expect(frequentSlip([])).toBeUndefined();
});

test('what was no apology, or in another language, does not count against anybody', () => {
  const noApology = past([], ['explicit-apology', 'repair-offer'], []);
  const unjudged = past([], [], []);
  expect([wasNoApology(noApology), wasUnjudged(unjudged)]).toEqual([true, true]);
  expect(frequentSlip([noApology, noApology, unjudged])).toBeUndefined();
});
