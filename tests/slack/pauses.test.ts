import { expect, test } from 'vitest';
import { RateLimitedError } from '../../src/reviews/errors.ts';
import { createPauses } from '../../src/slack/pauses.ts';

let now = 0;
const pauses = createPauses({ now: () => new Date(now) }, 2000);

const waitIn = async (place: string): Promise<number | undefined> =>
  pauses
    .heeding(place, async () => undefined)
    .catch((error: unknown) => (error instanceof RateLimitedError ? error.retryAfterMs : Number.NaN));

test('who comes while a place pauses is sent away until it is over, one after the other', async () => {
  const refused = pauses.heeding('C1', () => Promise.reject(new RateLimitedError(30_000)));
  await expect(refused).rejects.toThrow(RateLimitedError);
  expect([await waitIn('C1'), await waitIn('C1'), await waitIn('C1')]).toEqual([32_000, 34_000, 36_000]);
  expect(await waitIn('C2')).toBeUndefined();
  now = 29_999;
  expect(await waitIn('C1')).toBe(8001);
  now = 30_000;
  expect(await waitIn('C1')).toBeUndefined();
});

test('a shorter wait does not end a longer one', async () => {
  const refused = [30_000, 1000].map((ms) =>
    pauses.heeding('C3', async () => {
      await Promise.resolve();
      throw new RateLimitedError(ms);
    }),
  );
  await Promise.allSettled(refused);
  now += 5000;
  expect(await waitIn('C3')).toBe(25_000 + 2000);
});

test('another failure begins no pause', async () => {
  const failed = pauses.heeding('C4', () => Promise.reject(new Error('Slack is down')));
  await expect(failed).rejects.toThrow('Slack is down');
  expect(await waitIn('C4')).toBeUndefined();
});
