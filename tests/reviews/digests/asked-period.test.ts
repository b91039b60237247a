import { expect, test } from 'vitest';
import {
  type AskedPeriod,
  PeriodOutOfReachError,
  periodAsked,
  readPeriod,
} from '../../../src/reviews/digests/asked-period.ts';

const reach = { now: new Date('2026-11-22T10:00:00Z'), zone: 'Europe/Berlin', keptDays: 395 };

test.each<[string, AskedPeriod | undefined]>([
  ['7d', { days: 7 }],
  ['30D', { days: 30 }],
  ['2026-10', { month: '2026-10' }],
  ['2026-13', undefined],
  ['7', undefined],
  ['-7d', undefined],
  ['', undefined],
])('"%s" is read as %o', (word, period) => {
  expect(readPeriod(word)).toEqual(period);
});

test('days go back from now, by the clock of the zone', () => {
  // Berlin put its clocks back on 25 October.
  expect(periodAsked({ days: 30 }, reach)).toEqual({
    from: '2026-10-23T09:00:00.000Z',
    to: '2026-11-22T10:00:00.000Z',
  });
});

test('a month is that of the zone, and the one that runs goes up to now', () => {
  expect(periodAsked({ month: '2026-10' }, reach)).toEqual({
    from: '2026-09-30T22:00:00.000Z',
    to: '2026-10-31T23:00:00.000Z',
  });
  expect(periodAsked({ month: '2026-11' }, reach).to).toBe('2026-11-22T10:00:00.000Z');
});

test('the first and the last number of days within reach are told', () => {
  for (const days of [1, 395]) expect(periodAsked({ days }, reach).to).toBe('2026-11-22T10:00:00.000Z');
});

test.each<[AskedPeriod, RegExp]>([
  [{ days: 0 }, /1 to 395/],
  [{ days: 396 }, /395 days.*396/],
  [{ month: '2026-12' }, /not begun yet/],
  [{ month: '2025-10' }, /longer ago/],
])('%o is refused, with what to ask instead', (asked, says) => {
  expect(() => periodAsked(asked, reach)).toThrow(PeriodOutOfReachError);
  try {
    periodAsked(asked, reach);
  } catch (error) {
    expect((error as PeriodOutOfReachError).userMessage).toMatch(says);
    expect((error as PeriodOutOfReachError).userMessage).toContain('30d');
  }
});
