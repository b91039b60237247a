import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DigestReviews } from '../../src/reviews/digests/ports.ts';
import type { PostedReviews, ReviewRequest, ReviewStore } from '../../src/reviews/ports.ts';
import { exampleRequest } from './example-request.ts';
import { RECORD } from './store-contract.ts';

type Open = () => Promise<{
  readonly store: ReviewStore & PostedReviews;
  readonly digestReviews: DigestReviews;
  close(): Promise<void>;
}>;

/** How stored reviews come into a digest. */
export function digestReviewsContract(open: Open): void {
  let store: ReviewStore & PostedReviews;
  let digestReviews: DigestReviews;
  let close: () => Promise<void>;
  let drafts = 0;
  beforeEach(async () => {
    ({ store, digestReviews, close } = await open());
  });
  afterEach(() => close());

  const march = { from: '2026-03-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z' };
  const place = { teamId: 'T0001', enterpriseId: undefined, channelId: 'C0001' };

  /** A delivered review. */
  async function deliver(given: Partial<ReviewRequest> = {}): Promise<ReviewRequest> {
    drafts += 1;
    const request = exampleRequest({
      ...{ ...place, id: `r${drafts}`, draft: `Draft ${drafts}`, requestedAt: '2026-03-02T09:30:00.000Z' },
      ...given,
    });
    await store.accept(request);
    await store.finish(request, RECORD);
    return request;
  }
  const counted = () => digestReviews.counted(place, march);

  test('a delivered review counts with its time, its findings and who asked, told apart', async () => {
    await deliver({ userId: 'U1' });
    await deliver({ userId: 'U1', requestedAt: '2026-03-01T00:00:00.000Z' });
    await deliver({ userId: 'U2', requestedAt: '2026-03-31T23:59:59.999Z' });
    const reviews = await counted();
    const { score, present, missing, faults } = RECORD;
    expect(reviews.map(({ requestedAt }) => requestedAt.slice(0, 10))).toEqual([
      '2026-03-01',
      '2026-03-02',
      '2026-03-31',
    ]);
    for (const review of reviews)
      expect(review).toMatchObject({ score, present, missing, faults, lastScore: undefined });
    expect(new Set(reviews.map(({ person }) => person)).size).toBe(2);
  });

  test('what is of another time, channel or workspace, or was not delivered, does not', async () => {
    await deliver({ requestedAt: '2026-02-28T23:59:59.999Z' });
    await deliver({ requestedAt: '2026-04-01T00:00:00.000Z' });
    await deliver({ channelId: 'C0002' });
    await deliver({ teamId: 'T0002' });
    await deliver({ teamId: undefined, enterpriseId: 'E0001' });
    const waiting = exampleRequest({ ...place, id: 'waiting', draft: 'Waiting' });
    await store.accept(waiting);
    await store.accept({ ...waiting, id: 'given up', draft: 'Given up' });
    await store.finish({ ...waiting, id: 'given up' }, undefined);
    expect(await counted()).toEqual([]);
  });

  test('a whole organisation without workspaces has its own', async () => {
    await deliver({ teamId: undefined, enterpriseId: 'E0001' });
    const inOrganisation = { ...place, teamId: undefined, enterpriseId: 'E0001' };
    expect(await digestReviews.counted(inOrganisation, march)).toHaveLength(1);
    await deliver({ teamId: undefined, enterpriseId: undefined });
    expect(await digestReviews.counted(inOrganisation, march)).toHaveLength(1);
    const nowhere = { ...place, teamId: undefined };
    expect(await digestReviews.counted(nowhere, march)).toHaveLength(1);
  });

  test('the same text again counts once', async () => {
    await deliver({ draft: 'The same text' });
    await deliver({ draft: 'The  same text' });
    expect(await counted()).toHaveLength(1);
  });

  test('what somebody called "not an issue here" does not count', async () => {
    const review = await deliver();
    const [fault = ''] = RECORD.faults;
    const [missing = ''] = RECORD.missing;
    for (const rule of [fault, missing]) await store.setDismissed(review, rule, true);
    await store.rescore(review, { band: 'good', score: 77 });
    expect(await counted()).toMatchObject([
      {
        score: 77,
        faults: RECORD.faults.filter((rule) => rule !== fault),
        missing: RECORD.missing.filter((rule) => rule !== missing),
      },
    ]);
  });

  test('a draft counts as it was at first, and what the last edit made of it is known', async () => {
    const review = await deliver();
    const better = {
      ...RECORD,
      score: 81,
      faults: [],
      missing: [],
      present: [...RECORD.present, 'follow-up'],
    };
    await store.setDismissed(review, RECORD.faults[0] ?? '', true);
    await store.revise(review, 0, better);
    await store.revise(review, 1, { ...better, score: 90 });
    const { score, present, missing } = RECORD;
    expect(await counted()).toMatchObject([
      { score, present, missing, faults: RECORD.faults.slice(1), lastScore: 90 },
    ]);
  });

  test('an edit that was taken back leaves nothing behind', async () => {
    const review = await deliver();
    const takeBack = await store.revise(review, 0, { ...RECORD, score: 81 });
    if (takeBack === 'changed') throw new Error('nobody else has edited it');
    await takeBack();
    expect(await counted()).toMatchObject([{ score: RECORD.score, lastScore: undefined }]);
  });

  test('what is too old is deleted, the oldest first, and nothing else', async () => {
    for (const day of ['01', '02', '03']) await deliver({ requestedAt: `2026-03-${day}T00:00:00.000Z` });
    const third = new Date('2026-03-03T00:00:00Z');
    expect(await digestReviews.deleteBefore(third, 1)).toBe(1);
    expect((await counted()).map(({ requestedAt }) => requestedAt.slice(8, 10))).toEqual(['02', '03']);
    expect(await digestReviews.deleteBefore(third, 10)).toBe(1);
    expect(await digestReviews.deleteBefore(third, 10)).toBe(0);
    expect(await counted()).toHaveLength(1);
  });
}
