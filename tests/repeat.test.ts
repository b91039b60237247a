import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { repeat } from '../src/repeat.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('work is done at once and then again and again, also after it failed, until it is ended', async () => {
  const errors: unknown[] = [];
  let runs = 0;
  const end = repeat(
    async () => {
      runs += 1;
      if (runs === 2) throw new Error('the database is down');
    },
    1000,
    (error) => errors.push(error),
  );
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect([runs, errors]).toEqual([3, [new Error('the database is down')]]);
  await end();
  await vi.advanceTimersByTimeAsync(5000);
  expect(runs).toBe(3);
});

test('work that takes long is not begun twice, and its end is awaited', async () => {
  const gate = Promise.withResolvers<void>();
  let runs = 0;
  const end = repeat(
    () => {
      runs += 1;
      return gate.promise;
    },
    1000,
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(5000);
  expect(runs).toBe(1);
  let ended = false;
  const ending = end().then(() => {
    ended = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toBe(false);
  gate.resolve();
  await ending;
});
