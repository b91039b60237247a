import { beforeEach, expect, test } from 'vitest';
import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { createMemoryStore } from '../../src/adapters/storage/memory-store.ts';
import { type AcceptReview, createAcceptReview } from '../../src/reviews/accept-review.ts';
import { createLimitRequests, TooManyRequestsError } from '../../src/reviews/limit-requests.ts';
import { exampleRequest } from '../adapters/example-request.ts';

let now: Date;
let processes: AcceptReview[];
let asked: number;
const clock = { now: () => now };

beforeEach(() => {
  now = new Date('2026-03-02T10:00:00Z');
  asked = 0;
  const store = createMemoryStore();
  const settings = createMemorySettings(clock);
  const limits = { perPerson: 2, perWorkspace: 3 };
  // Two processes with one store.
  const limit = () => createLimitRequests({ reviews: store, clock, limits });
  processes = [1, 2].map(() => createAcceptReview({ store, settings, limit: limit(), clock }));
});

const ask = (change: Parameters<typeof exampleRequest>[0] = {}) => {
  asked += 1;
  const accept = processes[asked % 2];
  if (!accept) throw new Error('no such process');
  return accept(exampleRequest({ id: `review-${asked}`, ...change }));
};
const minutesLater = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};

test('what one process has taken counts in the other', async () => {
  await ask();
  await ask();
  await expect(ask()).rejects.toThrow(TooManyRequestsError);
  await expect(ask()).rejects.toThrow(TooManyRequestsError);
});

test('after ten minutes there is room again, and what was refused does not count', async () => {
  await ask();
  minutesLater(5);
  await ask();
  await expect(ask()).rejects.toThrow(TooManyRequestsError);
  minutesLater(6);
  expect(await ask()).toBe('accepted');
  await expect(ask()).rejects.toThrow(TooManyRequestsError);
});

test('one workspace is no concern of another', async () => {
  for (const userId of ['U1', 'U2', 'U3']) await ask({ userId });
  await expect(ask({ userId: 'U4' })).rejects.toThrow('of a workspace');
  expect(await ask({ userId: 'U4', teamId: 'T0002' })).toBe('accepted');
});

test('the same request again is answered as before, however many there are', async () => {
  await ask();
  await ask({ id: 'twice' });
  expect(await ask({ id: 'twice' })).toBe('duplicate');
});
