import { expect, test } from 'vitest';
import { createSeenSignatures } from '../../src/slack/seen-signatures.ts';

const MINUTE = 60_000;

test('a signature is new once, until its time-stamp is worth nothing any more', () => {
  const seen = createSeenSignatures();
  expect(seen.add('a', 0)).toBe(true);
  expect(seen.add('b', 9 * MINUTE)).toBe(true);
  expect(seen.add('a', 10 * MINUTE)).toBe(false);
  // Others make room as they come.
  seen.add('c', 11 * MINUTE);
  expect(seen.add('a', 11 * MINUTE)).toBe(true);
  expect(seen.add('b', 11 * MINUTE)).toBe(false);
});

test('never holds more than it may, and lets go of the oldest', () => {
  const seen = createSeenSignatures(3);
  for (const signature of ['a', 'b', 'c', 'd']) seen.add(signature, 0);
  expect(['b', 'c', 'd'].map((signature) => seen.add(signature, 0))).toEqual([false, false, false]);
  expect(seen.add('a', 0)).toBe(true);
});

test('one that is forgotten may come again', () => {
  const seen = createSeenSignatures();
  seen.add('a', 0);
  seen.forget('a');
  expect(seen.add('a', 0)).toBe(true);
});
