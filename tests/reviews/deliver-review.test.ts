import { describe, expect, test } from 'vitest';
import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { createMemoryStore } from '../../src/adapters/storage/memory-store.ts';
import { EmptyDraftError } from '../../src/errors.ts';
import type { Engine } from '../../src/evaluator/engine.ts';
import { createAcceptReview } from '../../src/reviews/accept-review.ts';
import { createDeliverReview } from '../../src/reviews/deliver-review.ts';
import { CannotPostError } from '../../src/reviews/errors.ts';
import { createGiveUp } from '../../src/reviews/give-up.ts';
import type { Conversation, ReviewRequest } from '../../src/reviews/ports.ts';
import { BAD_DRAFT, reviewOf } from '../support/sample-review.ts';

const clock = { now: () => new Date('2026-03-02T10:00:00Z') };
const settings = createMemorySettings(clock);
const engine: Engine = { name: 'rules', review: async (text) => reviewOf(text) };

const REQUEST: ReviewRequest = {
  id: 'r1',
  teamId: 'T1',
  enterpriseId: undefined,
  channelId: 'C1',
  userId: 'U1',
  source: 'command',
  draft: BAD_DRAFT,
  context: {},
  visibility: 'thread',
  threadTs: undefined,
  responseUrl: undefined,
  requestedAt: '2026-03-02T10:00:00.000Z',
};

/** Notes what the person and the channel saw; `fail` is asked before each message. */
function noting(fail: (what: string) => Error | undefined = () => undefined) {
  const seen: string[] = [];
  const see = (what: string) => {
    const error = fail(what);
    if (error) throw error;
    seen.push(what);
    return `${seen.length}.0`;
  };
  const conversation: Conversation = {
    postParent: async () => see('parent'),
    postReply: async (_request, _review, threadTs) => see(`reply to ${threadTs}`),
    findPosted: async () => undefined,
    showPrivately: async (_request, _review, because) => void see(`private: ${because ?? 'as asked'}`),
    apologise: async (_request, message) => void see(`sorry: ${message}`),
  };
  return { seen, conversation };
}

async function accepted(request: ReviewRequest = REQUEST) {
  const store = createMemoryStore();
  await store.accept(request);
  return store;
}

describe('a request for a thread', () => {
  test('gets a parent, then the reply to it, and is over', async () => {
    const store = await accepted();
    const { seen, conversation } = noting();
    await createDeliverReview({ engine, store, settings, conversation, clock })(REQUEST);
    expect(seen).toEqual(['parent', 'reply to 1.0']);
    expect(await store.progress(REQUEST)).toEqual({ parentTs: '1.0', replyTs: '2.0', done: true });
    expect(store.record('r1')).toMatchObject({
      score: 31,
      present: ['explicit-apology', 'takes-responsibility'],
    });
  });

  test('on a message gets the reply only', async () => {
    const request = { ...REQUEST, threadTs: '7.7' };
    const store = await accepted(request);
    const { seen, conversation } = noting();
    await createDeliverReview({ engine, store, settings, conversation, clock })(request);
    expect(seen).toEqual(['reply to 7.7']);
  });

  test('goes on after the parent when the first attempt broke there', async () => {
    const store = await accepted();
    let broken = true;
    const { seen, conversation } = noting((what) =>
      broken && what.startsWith('reply') ? new Error('network') : undefined,
    );
    const deliver = createDeliverReview({ engine, store, settings, conversation, clock });
    await expect(deliver(REQUEST)).rejects.toThrow('network');
    broken = false;
    await deliver(REQUEST);
    await deliver(REQUEST);
    expect(seen).toEqual(['parent', 'reply to 1.0']);
  });

  test('is shown privately, with the reason, where the channel is closed to the bot', async () => {
    const store = await accepted();
    const { seen, conversation } = noting((what) =>
      what === 'parent' ? new CannotPostError('not_in_channel', 'Invite me.') : undefined,
    );
    await createDeliverReview({ engine, store, settings, conversation, clock })(REQUEST);
    expect(seen).toEqual(['private: Invite me.']);
    expect((await store.progress(REQUEST))?.done).toBe(true);
  });
});

test('a private request is never posted, not even when the private way is closed', async () => {
  const request = { ...REQUEST, visibility: 'private' } as const;
  const store = await accepted(request);
  const { seen, conversation } = noting((what) =>
    what.startsWith('private') ? new CannotPostError('not_in_channel', 'Invite me.') : undefined,
  );
  await expect(
    createDeliverReview({ engine, store, settings, conversation, clock })(request),
  ).rejects.toThrow(CannotPostError);
  expect(seen).toEqual([]);
});

test('a draft that cannot be read is told to the person, once', async () => {
  const store = await accepted();
  const { seen, conversation } = noting();
  const unreadable: Engine = { name: 'rules', review: () => Promise.reject(new EmptyDraftError()) };
  const deliver = createDeliverReview({ engine: unreadable, store, settings, conversation, clock });
  await deliver(REQUEST);
  await deliver(REQUEST);
  expect(seen).toEqual([`sorry: ${new EmptyDraftError().userMessage}`]);
  expect(store.record('r1')).toBeUndefined();
});

test('a request that was given up is told to the person, and over', async () => {
  const store = await accepted();
  const { seen, conversation } = noting();
  const reported: unknown[] = [];
  const giveUp = createGiveUp({ store, conversation, report: (cause, ids) => reported.push(cause, ids) });
  const cause = new Error('no luck');
  await giveUp(REQUEST, cause);
  expect(seen).toEqual([expect.stringContaining('try again')]);
  expect(reported).toEqual([cause, { reviewId: 'r1' }]);
  expect((await store.progress(REQUEST))?.done).toBe(true);
});

test('nothing is kept of a draft that is empty or too long', async () => {
  const store = createMemoryStore();
  const accept = createAcceptReview({ store, settings, clock });
  await expect(accept({ ...REQUEST, draft: ' \n' })).rejects.toMatchObject({ code: 'draft_empty' });
  await expect(accept({ ...REQUEST, draft: 'x'.repeat(12_001) })).rejects.toMatchObject({
    code: 'draft_too_long',
  });
  expect(await store.depth()).toBe(0);
  expect(await accept(REQUEST)).toBe('accepted');
  expect(await accept(REQUEST)).toBe('duplicate');
});
