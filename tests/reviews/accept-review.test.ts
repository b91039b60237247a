import { expect, test } from 'vitest';
import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { createMemoryStore } from '../../src/adapters/storage/memory-store.ts';
import { createAcceptReview } from '../../src/reviews/accept-review.ts';
import { StoreUnavailableError } from '../../src/reviews/errors.ts';
import type { ReviewStore } from '../../src/reviews/ports.ts';
import { exampleRequest } from '../adapters/example-request.ts';

// What cannot be kept in time is refused in time, and not kept afterwards.

const clock = { now: () => new Date('2026-03-02T10:00:00Z') };
const { requestedAt: _, ...request } = exampleRequest();
/** So long after Slack sent it, in ms, it has our answer. */
const IN_TIME = 2_500;

/** Accepts over a store that does this, and tells when it was refused, in ms. */
async function refusedAfter(accept: ReviewStore['accept'], settings = createMemorySettings(clock)) {
  const begun = performance.now();
  const refusal = await createAcceptReview({ store: { accept }, settings, clock })(request).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(StoreUnavailableError);
  return performance.now() - begun;
}

const hang = () => new Promise<never>(() => undefined);

test('a store that never answers', async () => {
  expect(await refusedAfter(hang)).toBeLessThan(IN_TIME);
});

test('settings that are never read', async () => {
  const settings = { ...createMemorySettings(clock), read: hang };
  expect(await refusedAfter(createMemoryStore().accept, settings)).toBeLessThan(IN_TIME);
});

test('a store that comes to it too late keeps nothing', async () => {
  const store = createMemoryStore();
  let late = Promise.resolve<unknown>(undefined);
  await refusedAfter((wanted, until) => {
    late = new Promise((resolve) => until?.addEventListener('abort', resolve)).then(() =>
      store.accept(wanted, until),
    );
    return late as ReturnType<ReviewStore['accept']>;
  });
  await expect(late).rejects.toThrow(StoreUnavailableError);
  expect(await store.progress(request)).toBeUndefined();
});

test('a commit that itself comes too late is answered all the same, and sending the form again does not double it', async () => {
  const store = createMemoryStore();
  let slow = true;
  const accept: ReviewStore['accept'] = async (wanted) => {
    const outcome = await store.accept(wanted);
    return slow ? hang() : outcome;
  };
  const acceptReview = createAcceptReview({
    store: { accept },
    settings: createMemorySettings(clock),
    clock,
  });
  await expect(acceptReview(request)).rejects.toThrow(StoreUnavailableError);
  slow = false;
  expect(await acceptReview(request)).toBe('duplicate');
  expect(await store.depth()).toBe(1);
});
