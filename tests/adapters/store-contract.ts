import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PostedReviews, ReviewRecord, ReviewRequest, ReviewStore } from '../../src/reviews/ports.ts';
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
export function storeContract(
  open: () => Promise<{ store: ReviewStore & PostedReviews; close(): Promise<void> }>,
): void {
  let store: ReviewStore & PostedReviews;
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

  describe('what people do with a posted review', () => {
    const { id, teamId, enterpriseId, userId } = request;
    const asker = { teamId, enterpriseId, userId };
    beforeEach(async () => {
      await store.accept(request);
      await store.finish(id, RECORD);
    });

    test('a finding is dismissed once, however often, and counts again when that is taken back', async () => {
      expect(await store.setDismissed(id, 'sorry-but', true)).toEqual(['sorry-but']);
      expect(await store.setDismissed(id, 'sorry-but', true)).toEqual(['sorry-but']);
      expect(await store.setDismissed(id, 'minimising', true)).toEqual(['sorry-but', 'minimising']);
      expect(await store.setDismissed(id, 'sorry-but', false)).toEqual(['minimising']);
      expect(await store.setDismissed(id, 'sorry-but', false)).toEqual(['minimising']);
    });

    test('of many who press at the same time nobody is overheard', async () => {
      const rules = ['a', 'b', 'c', 'd', 'e', 'f'];
      await Promise.all(rules.map((rule) => store.setDismissed(id, rule, true)));
      expect([...((await store.setDismissed(id, 'a', true)) ?? [])].toSorted()).toEqual(rules);
    });

    test('a mark on a text that has been edited since changes nothing', async () => {
      expect(await store.setDismissed(id, 'sorry-but', true, 0)).toEqual(['sorry-but']);
      expect(await store.rescore(id, { band: 'good', score: 80 }, 0)).toBe('rescored');
      await store.revise(id, 0, { ...RECORD, score: 91 });
      expect(await store.rescore(id, { band: 'hold', score: 20 }, 0)).toBe('changed');
      expect(await store.setDismissed(id, 'sorry-but', true, 0)).toBe('changed');
      expect(await store.standing(id)).toMatchObject({ revision: 1, score: 91 });
      expect(await store.setDismissed(id, 'minimising', true, 1)).toEqual(['minimising']);
      expect(await store.rescore(id, { band: 'ready', score: 95 }, 1)).toBe('rescored');
    });

    test('an edit that is taken back leaves everything as it was, marks included', async () => {
      await store.setDismissed(id, 'sorry-but', true);
      await store.rescore(id, { band: 'good', score: 80 });
      const takeBack = await store.revise(id, 0, { ...RECORD, score: 91 });
      if (takeBack === 'changed') throw new Error('nobody else was there');
      await takeBack();
      expect(await store.standing(id)).toEqual({ revision: 0, band: 'good', score: 80 });
      expect(await store.setDismissed(id, 'sorry-but', true, 0)).toEqual(['sorry-but']);
      expect(await store.progress(id)).toMatchObject({ done: true });
    });

    test("an edit is not taken back from under somebody else's", async () => {
      const takeBack = await store.revise(id, 0, { ...RECORD, score: 91 });
      await store.revise(id, 1, { ...RECORD, score: 92 });
      if (takeBack === 'changed') throw new Error('nobody else was there');
      await takeBack();
      expect(await store.standing(id)).toMatchObject({ revision: 2, score: 92 });
    });

    test('the same word about it twice is one, another is news', async () => {
      expect(await store.rate(id, 'helpful')).toBe('noted');
      expect(await store.rate(id, 'helpful')).toBe('noted-before');
      expect(await store.rate(id, 'not-helpful')).toBe('noted');
    });

    test('the person who asked is known again, and nobody else is taken for them', async () => {
      expect(await store.isAskedBy(id, asker)).toBe(true);
      expect(await store.isAskedBy(id, { ...asker, userId: 'U0002' })).toBe(false);
      expect(await store.isAskedBy(id, { ...asker, teamId: 'T0002' })).toBe(false);
    });

    test('a review that was forgotten is not known any more', async () => {
      await store.forget(id);
      expect(await store.progress(id)).toBeUndefined();
      expect(await store.isAskedBy(id, asker)).toBeUndefined();
      expect(await store.setDismissed(id, 'sorry-but', true)).toBeUndefined();
      expect(await store.rate(id, 'helpful')).toBeUndefined();
      await store.rescore(id, { band: 'good', score: 80 });
      await store.forget(id);
    });
  });

  test('a review stands at what it was delivered with, until an edited text takes its place', async () => {
    await store.accept(request);
    expect(await store.standing(request.id)).toEqual({ revision: 0, band: undefined, score: undefined });
    await store.finish(request.id, RECORD);
    expect(await store.standing(request.id)).toEqual({ revision: 0, band: 'needs-work', score: 46 });
    expect(await store.revise(request.id, 0, { ...RECORD, band: 'good', score: 82 })).not.toBe('changed');
    expect(await store.standing(request.id)).toEqual({ revision: 1, band: 'good', score: 82 });
    expect(await store.standing('unknown')).toBeUndefined();
  });

  test('of two people who edit at once the later one changes nothing', async () => {
    await store.accept(request);
    await store.accept({ ...request, id: 'another id' });
    await store.finish(request.id, RECORD);
    const outcomes = await Promise.all([
      store.revise(request.id, 0, { ...RECORD, score: 71 }),
      store.revise(request.id, 0, { ...RECORD, score: 72 }),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1);
    const { revision, score = 0 } = (await store.standing(request.id)) ?? {};
    expect([revision, score > 70]).toEqual([1, true]);
    expect(await store.revise(request.id, 0, RECORD)).toBe('changed');
    expect(await store.revise('unknown', 0, RECORD)).toBe('changed');
    expect(await store.standing('another id')).toMatchObject({ revision: 0 });
  });

  test('the end of the job does not undo an edit that came before it', async () => {
    await store.accept(request);
    await store.revise(request.id, 0, { ...RECORD, score: 82 });
    await store.finish(request.id, RECORD);
    expect(await store.standing(request.id)).toMatchObject({ revision: 1, score: 82 });
  });

  describe("a person's last checks", () => {
    const at = (minute: number) => `2026-03-02T09:${minute}:00.000Z`;
    const finished = async (id: string, minute: number, change: Partial<ReviewRequest> = {}) => {
      await store.accept({ ...request, id, requestedAt: at(minute), ...change });
      await store.finish(id, RECORD);
    };

    test('come newest first, as many as are wanted, with rule ids and numbers only', async () => {
      await finished('a', 10);
      await finished('b', 30);
      await finished('c', 20);
      const checks = await store.recent(request, 2);
      expect(checks.map(({ requestedAt }) => requestedAt)).toEqual([at(30), at(20)]);
      expect(checks[0]).toEqual({
        requestedAt: at(30),
        band: 'needs-work',
        score: 46,
        present: ['says-sorry'],
        missing: ['repair'],
        faults: ['conditional-apology'],
      });
    });

    test('hold nothing of other people, of other workspaces, or that got no answer', async () => {
      await finished('other person', 10, { userId: 'U0002' });
      await finished('other workspace', 11, { teamId: 'T0002' });
      await store.accept({ ...request, id: 'waiting' });
      await store.accept({ ...request, id: 'given up' });
      await store.finish('given up', undefined);
      expect(await store.recent(request, 10)).toEqual([]);
    });
  });
}
