import { expect, test } from 'vitest';
import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { createMemoryStore } from '../../src/adapters/storage/memory-store.ts';
import { createDeliverReview } from '../../src/reviews/deliver-review.ts';
import { StoreUnavailableError } from '../../src/reviews/errors.ts';
import type { Conversation, ReviewStore } from '../../src/reviews/ports.ts';
import { untilKept } from '../../src/reviews/until-kept.ts';
import { exampleRequest } from '../adapters/example-request.ts';
import { reviewOf } from '../support/sample-review.ts';

const clock = { now: () => new Date('2026-03-02T10:00:00Z') };
const engine = { name: 'rules', review: async (text: string) => reviewOf(text) };

/** A store that is out of reach the first time each of these is to be written. */
function outOfReachOnce(store: ReviewStore): ReviewStore {
  const failed = new Set<string>();
  const afterFailing =
    <Args extends unknown[]>(name: string, write: (...args: Args) => Promise<void>) =>
    async (...args: Args): Promise<void> => {
      if (failed.has(name)) return write(...args);
      failed.add(name);
      throw new StoreUnavailableError(new Error('the server restarts'));
    };
  return {
    ...store,
    recordParent: afterFailing('parent', store.recordParent),
    finish: afterFailing('finish', store.finish),
  };
}

test.each(['thread', 'private'] as const)(
  'a store that is out of reach just after a message was sent does not have it sent again (%s)',
  async (visibility) => {
    const request = exampleRequest({ visibility });
    const store = createMemoryStore();
    await store.accept(request);
    const sent: string[] = [];
    const see = (what: string) => `${sent.push(what)}.0`;
    const conversation: Conversation = {
      postParent: async () => see('parent'),
      postReply: async () => see('reply'),
      findPosted: async () => undefined,
      showPrivately: async () => void see('private'),
      apologise: async () => void see('sorry'),
    };
    const settings = createMemorySettings(clock);
    await createDeliverReview({ engine, store: outOfReachOnce(store), settings, conversation, clock })(
      request,
    );
    expect(sent).toEqual(visibility === 'thread' ? ['parent', 'reply'] : ['private']);
    expect(await store.progress(request)).toMatchObject({ done: true });
  },
);

test('any other failure is not waited out', async () => {
  const keep = () => Promise.reject(new TypeError('a mistake of ours'));
  await expect(untilKept(keep)).rejects.toThrow(TypeError);
});
