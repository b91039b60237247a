import { expect, test } from 'vitest';
import { RETRY_POLICY, retryDelayMs } from '../../src/adapters/queue/retry-policy.ts';

const delay = (attempt: number, error: unknown = new Error('down')) =>
  retryDelayMs(RETRY_POLICY, attempt, error);

test('waits double from a second to an hour', () => {
  expect([1, 2, 3, 12, 13, 19].map((attempt) => delay(attempt))).toEqual([
    1_000, 2_000, 4_000, 2_048_000, 3_600_000, 3_600_000,
  ]);
});

test('an outage of eight hours does not make a request be given up', () => {
  const total = Array.from({ length: RETRY_POLICY.tries - 1 }, (_, index) => delay(index + 1)).reduce(
    (a, b) => a + b,
  );
  expect(total).toBeGreaterThan(8 * 3_600_000);
});

test('an error that says when to come back is taken at its word, within reason', () => {
  expect(delay(1, { retryAfterMs: 30_000 })).toBe(30_000);
  expect(delay(9, { retryAfterMs: 0 })).toBe(0);
  expect(delay(1, { retryAfterMs: 1e12 })).toBe(3_600_000);
  expect(delay(1, { retryAfterMs: -1 })).toBe(1_000);
  expect(delay(1, { retryAfterMs: 'soon' })).toBe(1_000);
});
