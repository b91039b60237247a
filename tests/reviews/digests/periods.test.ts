import { expect, test } from 'vitest';
import { calendarMonth, lastDays, periodBefore, weeksUpTo } from '../../../src/reviews/digests/periods.ts';

const BERLIN = 'Europe/Berlin';

test('the last days end now and begin at the same hour, also across a switch of the clocks', () => {
  expect(lastDays(7, '2026-03-31T10:00:00.000Z', BERLIN)).toEqual({
    from: '2026-03-24T11:00:00.000Z',
    to: '2026-03-31T10:00:00.000Z',
  });
});

test('a month goes from its first midnight to the next one', () => {
  expect(calendarMonth('2026-10', BERLIN)).toEqual({
    from: '2026-09-30T22:00:00.000Z',
    to: '2026-10-31T23:00:00.000Z',
  });
});

test('before a month comes a month, before a week a week', () => {
  expect(periodBefore(calendarMonth('2026-03', BERLIN), BERLIN)).toEqual(calendarMonth('2026-02', BERLIN));
  const week = { from: '2026-03-29T23:00:00.000Z', to: '2026-04-05T22:00:00.000Z' };
  expect(periodBefore({ ...week, from: '2026-03-29T22:00:00.000Z' }, BERLIN)).toEqual({
    from: '2026-03-22T23:00:00.000Z',
    to: '2026-03-29T22:00:00.000Z',
  });
});

test('eight weeks stand end to end, the last one ends with the period', () => {
  const weeks = weeksUpTo('2026-11-29T23:00:00.000Z', 8, BERLIN);
  expect(weeks).toHaveLength(8);
  expect(weeks.at(-1)?.to).toBe('2026-11-29T23:00:00.000Z');
  expect(weeks[0]?.from).toBe('2026-10-04T22:00:00.000Z');
  weeks.slice(1).forEach(({ from }, index) => {
    expect(from).toBe(weeks[index]?.to);
  });
});
