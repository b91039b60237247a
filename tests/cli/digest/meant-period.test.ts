import { expect, test } from 'vitest';
import { meantPeriod } from '../../../src/cli/digest/meant-period.ts';

test.each([
  ['30', '30d'],
  ['30 days', '30d'],
  ['the last 2 weeks', '14d'],
  ['4w', '28d'],
  ['week', '7d'],
  ['last month', '30d'],
  ['2026/10', '2026-10'],
  ['10-2026', '2026-10'],
  ['2026-9', '2026-09'],
  ['2026-10-05', '2026-10'],
  ['202610', '2026-10'],
])('"%s" was probably meant as %s', (typed, meant) => {
  expect(meantPeriod(typed)).toBe(meant);
});

test.each(['', ' ', 'october', '2026-13', '13-2026', 'd30', '-7d', 'yesterday'])(
  'nobody can tell what "%s" means',
  (typed) => {
    expect(meantPeriod(typed)).toBeUndefined();
  },
);
