import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReviewRecord, ReviewStore } from '../../src/reviews/ports.ts';
import { exampleRequest } from './example-request.ts';

export const RECORD: ReviewRecord = {
  engine: 'rules',
  rulesVersion: '1',
  band: 'needs-work',
  score: 46,
  present: ['says-sorry'],
  missing: ['repair'],
  faults: ['conditional-apology'],
};

/** What every ReviewStore does. */
export function storeContract(open: () => Promise<{ store: ReviewStore; close(): Promise<void> }>): void {
  let store: ReviewStore;
  let close: () => Promise<void>;
  const request = exampleRequest();

  beforeEach(async () => {
    ({ store, close } = await open());
  });
  afterEach(() => close());

  test('a request is accepted once, however often it comes', async () => {
    const all = await Promise.all([store.accept(request), store.accept(request), store.accept(request)]);
    expect(all.sort()).toEqual(['accepted', 'duplicate', 'duplicate']);
    expect(await store.accept({ ...request, draft: 'another text' })).toBe('duplicate');
    expect(await store.accept({ ...request, id: 'another id' })).toBe('accepted');
  });

  test('nothing is known of a review that nobody asked for', async () => {
    expect(await store.progress('unknown')).toBeUndefined();
  });

  test('a new review has come nowhere yet', async () => {
    await store.accept(request);
    expect(await store.progress(request.id)).toEqual({
      parentTs: undefined,
      replyTs: undefined,
      done: false,
    });
  });

  test('the messages of a review are remembered as they are posted', async () => {
    await store.accept(request);
    await store.accept({ ...request, id: 'another id' });
    await store.recordParent(request.id, '1700000000.000100');
    expect(await store.progress(request.id)).toMatchObject({
      parentTs: '1700000000.000100',
      replyTs: undefined,
    });
    await store.recordReply(request.id, '1700000000.000200');
    expect(await store.progress(request.id)).toEqual({
      parentTs: '1700000000.000100',
      replyTs: '1700000000.000200',
      done: false,
    });
    expect(await store.progress('another id')).toMatchObject({ parentTs: undefined, replyTs: undefined });
  });

  test.each([
    ['delivered', RECORD],
    ['given up', undefined],
  ])('a review that is %s is done, and what was posted is still known', async (_, record) => {
    await store.accept(request);
    await store.recordParent(request.id, '1700000000.000100');
    await store.finish(request.id, record);
    expect(await store.progress(request.id)).toMatchObject({ parentTs: '1700000000.000100', done: true });
    expect(await store.accept(request)).toBe('duplicate');
  });
}
