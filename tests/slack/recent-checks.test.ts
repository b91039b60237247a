import { expect, test } from 'vitest';
import { createRecentChecks } from '../../src/slack/recent-checks.ts';

const MINUTE = 60_000;

test('so many checks of a person are fine, and then it takes until the ten minutes are over', () => {
  const recent = createRecentChecks({ checks: 2 });
  expect([0, 1, 2].map((at) => recent.count('dana', at))).toEqual([true, true, false]);
  expect(recent.count('kim', 3)).toBe(true);
  expect(recent.count('dana', 10 * MINUTE - 1)).toBe(false);
  expect([0, 1, 2].map(() => recent.count('dana', 10 * MINUTE))).toEqual([true, true, false]);
});

test('however many people come, it remembers a limited number of them', () => {
  const recent = createRecentChecks({ checks: 1, people: 2 });
  for (const person of ['a', 'b', 'c']) recent.count(person, 0);
  expect(recent.count('c', 1)).toBe(false);
  // The first to come was let go of.
  expect(recent.count('a', 1)).toBe(true);
});
