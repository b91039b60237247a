import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  PostedReviews,
  ReviewRecord,
  ReviewRequest,
  ReviewStore,
  Workspace,
} from '../../src/reviews/ports.ts';
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
    expect(await store.progress({ ...request, id: 'unknown' })).toBeUndefined();
  });

  test('a new review has come nowhere yet', async () => {
    await store.accept(request);
    expect(await store.progress(request)).toEqual({
      parentTs: undefined,
      replyTs: undefined,
      done: false,
    });
  });

  test('the messages of a review are remembered as they are posted', async () => {
    await store.accept(request);
    await store.accept({ ...request, id: 'another id' });
    await store.recordParent(request, '1700000000.000100');
    expect(await store.progress(request)).toMatchObject({
      parentTs: '1700000000.000100',
      replyTs: undefined,
    });
    await store.finish(request, RECORD, '1700000000.000200');
    expect(await store.progress(request)).toEqual({
      parentTs: '1700000000.000100',
      replyTs: '1700000000.000200',
      done: true,
    });
    expect(await store.progress({ ...request, id: 'another id' })).toMatchObject({
      parentTs: undefined,
      replyTs: undefined,
    });
  });

  test('a reply that was edited before its review was over is remembered too', async () => {
    await store.accept(request);
    await store.revise(request, 0, RECORD);
    await store.finish(request, RECORD, '1700000000.000200');
    expect(await store.progress(request)).toMatchObject({ replyTs: '1700000000.000200', done: true });
  });

  test.each([
    ['delivered', RECORD],
    ['given up', undefined],
  ])('a review that is %s is done, and what was posted is still known', async (_, record) => {
    await store.accept(request);
    await store.recordParent(request, '1700000000.000100');
    await store.finish(request, record);
    expect(await store.progress(request)).toMatchObject({ parentTs: '1700000000.000100', done: true });
    expect(await store.accept(request)).toBe('duplicate');
  });

  describe('what people do with a posted review', () => {
    beforeEach(async () => {
      await store.accept(request);
      await store.finish(request, RECORD);
    });

    test('a finding is dismissed once, however often, and counts again when that is taken back', async () => {
      expect(await store.setDismissed(request, 'sorry-but', true)).toEqual(['sorry-but']);
      expect(await store.setDismissed(request, 'sorry-but', true)).toEqual(['sorry-but']);
      expect(await store.setDismissed(request, 'minimising', true)).toEqual(['sorry-but', 'minimising']);
      expect(await store.setDismissed(request, 'sorry-but', false)).toEqual(['minimising']);
      expect(await store.setDismissed(request, 'sorry-but', false)).toEqual(['minimising']);
    });

    test('of many who press at the same time nobody is overheard', async () => {
      const rules = ['a', 'b', 'c', 'd', 'e', 'f'];
      await Promise.all(rules.map((rule) => store.setDismissed(request, rule, true)));
      expect([...((await store.setDismissed(request, 'a', true)) ?? [])].toSorted()).toEqual(rules);
    });

    test('a mark on a text that has been edited since changes nothing', async () => {
      expect(await store.setDismissed(request, 'sorry-but', true, 0)).toEqual(['sorry-but']);
      expect(await store.rescore(request, { band: 'good', score: 80 }, 0)).toBe('rescored');
      await store.revise(request, 0, { ...RECORD, score: 91 });
      expect(await store.rescore(request, { band: 'hold', score: 20 }, 0)).toBe('changed');
      expect(await store.setDismissed(request, 'sorry-but', true, 0)).toBe('changed');
      expect(await store.standing(request)).toMatchObject({ revision: 1, score: 91 });
      expect(await store.setDismissed(request, 'minimising', true, 1)).toEqual(['minimising']);
      expect(await store.rescore(request, { band: 'ready', score: 95 }, 1)).toBe('rescored');
    });

    test('an edit that is taken back leaves everything as it was, marks included', async () => {
      await store.setDismissed(request, 'sorry-but', true);
      await store.rescore(request, { band: 'good', score: 80 });
      const takeBack = await store.revise(request, 0, { ...RECORD, score: 91 });
      if (takeBack === 'changed') throw new Error('nobody else was there');
      await takeBack();
      expect(await store.standing(request)).toEqual({ revision: 0, band: 'good', score: 80 });
      expect(await store.setDismissed(request, 'sorry-but', true, 0)).toEqual(['sorry-but']);
      expect(await store.progress(request)).toMatchObject({ done: true });
    });

    test("an edit is not taken back from under somebody else's", async () => {
      const takeBack = await store.revise(request, 0, { ...RECORD, score: 91 });
      await store.revise(request, 1, { ...RECORD, score: 92 });
      if (takeBack === 'changed') throw new Error('nobody else was there');
      await takeBack();
      expect(await store.standing(request)).toMatchObject({ revision: 2, score: 92 });
    });

    test('another reading of the same text takes the place of the first, as a revision of its own', async () => {
      const takeBack = await store.reread(request, { ...RECORD, engine: 'a model', score: 40 });
      expect(takeBack).not.toBe('changed');
      expect(await store.standing(request)).toMatchObject({ revision: 1, score: 40 });
      expect(await store.setDismissed(request, 'sorry-but', true, 0)).toBe('changed');
      if (takeBack !== 'changed') await takeBack();
      expect(await store.standing(request)).toMatchObject({ revision: 0, score: RECORD.score });
    });

    test('no other reading comes over a marked finding or an edited text', async () => {
      await store.setDismissed(request, 'sorry-but', true);
      expect(await store.reread(request, RECORD)).toBe('changed');
      expect(await store.setDismissed(request, 'sorry-but', false)).toEqual([]);
      await store.revise(request, 0, { ...RECORD, score: 91 });
      expect(await store.reread(request, RECORD)).toBe('changed');
      expect(await store.standing(request)).toMatchObject({ revision: 1, score: 91 });
      expect(await store.reread({ ...request, id: 'unknown' }, RECORD)).toBe('changed');
    });

    test('the same word about it twice is one, another is news', async () => {
      expect(await store.rate(request, 'helpful')).toBe('noted');
      expect(await store.rate(request, 'helpful')).toBe('noted-before');
      expect(await store.rate(request, 'not-helpful')).toBe('noted');
    });

    test('the person who asked is known again, and nobody else is taken for them', async () => {
      expect(await store.isAskedBy(request, request.userId)).toBe(true);
      expect(await store.isAskedBy(request, 'U0002')).toBe(false);
    });

    test('a review that was forgotten is not known any more', async () => {
      await store.forget(request);
      expect(await store.progress(request)).toBeUndefined();
      expect(await store.isAskedBy(request, request.userId)).toBeUndefined();
      expect(await store.setDismissed(request, 'sorry-but', true)).toBeUndefined();
      expect(await store.rate(request, 'helpful')).toBeUndefined();
      await store.rescore(request, { band: 'good', score: 80 });
      await store.forget(request);
    });
  });

  describe.each<[string, Workspace]>([
    ['another workspace', { teamId: 'T0002', enterpriseId: undefined }],
    ['another workspace of an organisation', { teamId: 'T0002', enterpriseId: 'E0001' }],
    ['an organisation', { teamId: undefined, enterpriseId: 'E0001' }],
    ['nowhere', { teamId: undefined, enterpriseId: undefined }],
  ])('from %s, with the id of a review', (_, elsewhere) => {
    const forged = { ...request, ...elsewhere };
    const state = async () => [
      await store.progress(request),
      await store.standing(request),
      await store.setDismissed(request, 'sorry-but', true),
      await store.recent(request, 10),
    ];

    test.each([
      ['delivered', RECORD],
      ['still on its way', undefined],
    ])('nothing is learnt of one that is %s, and nothing changes', async (_is, record) => {
      await store.accept(request);
      await store.setDismissed(request, 'sorry-but', true);
      if (record) await store.finish(request, record);
      const before = await state();

      expect(await store.progress(forged)).toBeUndefined();
      expect(await store.standing(forged)).toBeUndefined();
      expect(await store.isAskedBy(forged, request.userId)).toBeUndefined();
      expect(await store.setDismissed(forged, 'minimising', true)).toBeUndefined();
      expect(await store.setDismissed(forged, 'sorry-but', false)).toBeUndefined();
      expect(await store.rescore(forged, { band: 'hold', score: 1 })).toBe('changed');
      expect(await store.revise(forged, 0, RECORD)).toBe('changed');
      expect(await store.reread(forged, RECORD)).toBe('changed');
      expect(await store.recent(forged, 10)).toEqual([]);
      await store.recordParent(forged, '6.6');
      await store.finish(forged, RECORD, '6.6');
      await store.rate(forged, 'not-helpful');
      await store.forget(forged);

      expect(await state()).toEqual(before);
      expect(await store.isAskedBy(request, request.userId)).toBe(true);
    });
  });

  test('a review of a whole organisation is found there, and not by one of its workspaces', async () => {
    const organisation = { teamId: undefined, enterpriseId: 'E0001' };
    await store.accept({ ...request, ...organisation });
    expect(await store.progress({ ...request, ...organisation })).toBeDefined();
    expect(await store.progress({ ...request, teamId: 'T0001', enterpriseId: 'E0001' })).toBeUndefined();
    expect(await store.progress({ ...request, ...organisation, enterpriseId: 'E0002' })).toBeUndefined();
  });

  test('a review stands at what it was delivered with, until an edited text takes its place', async () => {
    await store.accept(request);
    expect(await store.standing(request)).toEqual({ revision: 0, band: undefined, score: undefined });
    await store.finish(request, RECORD);
    expect(await store.standing(request)).toEqual({ revision: 0, band: 'needs-work', score: 46 });
    expect(await store.revise(request, 0, { ...RECORD, band: 'good', score: 82 })).not.toBe('changed');
    expect(await store.standing(request)).toEqual({ revision: 1, band: 'good', score: 82 });
    expect(await store.standing({ ...request, id: 'unknown' })).toBeUndefined();
  });

  test('of two people who edit at once the later one changes nothing', async () => {
    await store.accept(request);
    await store.accept({ ...request, id: 'another id' });
    await store.finish(request, RECORD);
    const outcomes = await Promise.all([
      store.revise(request, 0, { ...RECORD, score: 71 }),
      store.revise(request, 0, { ...RECORD, score: 72 }),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1);
    const { revision, score = 0 } = (await store.standing(request)) ?? {};
    expect([revision, score > 70]).toEqual([1, true]);
    expect(await store.revise(request, 0, RECORD)).toBe('changed');
    expect(await store.revise({ ...request, id: 'unknown' }, 0, RECORD)).toBe('changed');
    expect(await store.standing({ ...request, id: 'another id' })).toMatchObject({ revision: 0 });
  });

  test('the end of the job does not undo an edit that came before it', async () => {
    await store.accept(request);
    await store.revise(request, 0, { ...RECORD, score: 82 });
    await store.finish(request, RECORD);
    expect(await store.standing(request)).toMatchObject({ revision: 1, score: 82 });
  });

  describe("a person's last checks", () => {
    const at = (minute: number) => `2026-03-02T09:${minute}:00.000Z`;
    const finished = async (id: string, minute: number, change: Partial<ReviewRequest> = {}) => {
      await store.accept({ ...request, id, requestedAt: at(minute), ...change });
      await store.finish({ ...request, id, ...change }, RECORD);
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
      await store.finish({ ...request, id: 'given up' }, undefined);
      expect(await store.recent(request, 10)).toEqual([]);
    });
  });

  describe('how much was asked lately', () => {
    const at = (minute: number) => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`;
    const upTo = { perPerson: 3, perWorkspace: 4 };
    let asked = 0;
    const ask = (minute: number, change: Partial<ReviewRequest> = {}) =>
      store.accept({ ...request, id: `asked-${++asked}`, requestedAt: at(minute), ...change });

    test('counts a person and a workspace from a time on, whatever became of it', async () => {
      await ask(9);
      await ask(10);
      await ask(11);
      await store.finish({ ...request, id: `asked-${asked}` }, undefined);
      await ask(12, { userId: 'U0002' });
      await ask(12, { teamId: 'T0002', userId: 'U0003' });
      expect(await store.askedSince(request, at(10), upTo)).toEqual({ byPerson: 2, inWorkspace: 3 });
      expect(await store.askedSince({ ...request, userId: 'U0002' }, at(13), upTo)).toEqual({
        byPerson: 0,
        inWorkspace: 0,
      });
    });

    test('counts no further than somebody wants to know', async () => {
      for (let minute = 10; minute < 20; minute += 1) await ask(minute);
      expect(await store.askedSince(request, at(10), upTo)).toEqual({ byPerson: 3, inWorkspace: 4 });
    });

    test('counts an organisation where there is no team', async () => {
      const everywhere = { teamId: undefined, enterpriseId: 'E0001' };
      await ask(10, everywhere);
      await ask(10, { ...everywhere, enterpriseId: 'E0002' });
      expect(await store.askedSince({ ...request, ...everywhere }, at(10), upTo)).toEqual({
        byPerson: 1,
        inWorkspace: 1,
      });
    });
  });
}
