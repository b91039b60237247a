import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/adapters/storage/memory-store.ts';
import { StoreUnavailableError } from '../../src/reviews/errors.ts';
import { observedReviews } from '../../src/telemetry/observed-reviews.ts';
import { NOBODY } from '../../src/telemetry/observer.ts';
import { exampleRequest } from '../adapters/example-request.ts';

const store = () => observedReviews(createMemoryStore(), { observer: NOBODY, note: () => undefined });

test('what came too late is refused by a store that is watched, too', async () => {
  await expect(store().accept(exampleRequest(), AbortSignal.abort())).rejects.toThrow(StoreUnavailableError);
});
