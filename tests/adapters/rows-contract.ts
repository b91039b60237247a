import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobQueue } from '../../src/adapters/queue/job-queue.ts';
import { createKeyedHashes } from '../../src/adapters/storage/keyed-hashes.ts';
import { createReviewStore } from '../../src/adapters/storage/review-store.ts';
import type { Tables } from '../../src/adapters/storage/schema.ts';
import type { Writer } from '../../src/adapters/storage/writer.ts';
import { StoreUnavailableError } from '../../src/reviews/errors.ts';
import type { ReviewRequest } from '../../src/reviews/ports.ts';
import { exampleRequest, HASH_KEY } from './example-request.ts';
import { RECORD } from './store-contract.ts';

interface Parts {
  readonly db: Kysely<Tables>;
  readonly writer: Writer;
  readonly jobs: JobQueue<ReviewRequest>;
  close(): Promise<void>;
}

/** What the SQL stores keep, and what they don't. */
export function rowsContract(open: () => Promise<Parts>): void {
  let parts: Parts;
  const clock = { now: () => new Date('2026-03-02T09:31:00Z') };
  const storeWith = (jobs: JobQueue<ReviewRequest>) =>
    createReviewStore({
      db: parts.db,
      writer: parts.writer,
      jobs,
      hashes: createKeyedHashes(HASH_KEY),
      clock,
    });
  const rows = () => parts.db.selectFrom('reviews').selectAll().orderBy('id').execute();
  const request = exampleRequest();

  beforeEach(async () => {
    parts = await open();
  });
  afterEach(() => parts.close());

  test('a delivered review keeps rule ids and numbers, with its workspace', async () => {
    const store = storeWith(parts.jobs);
    await store.accept(request);
    await store.recordParent(request, '1.1');
    await store.finish(request, RECORD, '1.2');
    expect(await rows()).toEqual([
      {
        id: request.id,
        team_id: 'T0001',
        enterprise_id: null,
        channel_id: 'C0001',
        person_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        draft_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        first_of_draft: 1,
        source: 'command',
        requested_at: '2026-03-02T09:30:00.000Z',
        engine: 'rules',
        rules_version: '1',
        band: 'needs-work',
        score: 46,
        present: '["says-sorry"]',
        missing: '["repair"]',
        faults: '["conditional-apology"]',
        dismissed: '[]',
        parent_ts: '1.1',
        reply_ts: '1.2',
        state: 'delivered',
        finished_at: '2026-03-02T09:31:00.000Z',
        feedback: null,
        revision: 0,
        first_record: null,
      },
    ]);
  });

  test('what people said of a review stands on its row', async () => {
    const store = storeWith(parts.jobs);
    await store.accept(request);
    await store.finish(request, RECORD);
    await store.setDismissed(request, 'conditional-apology', true);
    await store.rescore(request, { band: 'good', score: 80 });
    await store.rate(request, 'not-helpful');
    expect(await rows()).toMatchObject([
      { dismissed: '["conditional-apology"]', band: 'good', score: 80, feedback: 'not-helpful' },
    ]);
    await store.rate({ ...request, teamId: 'T0002' }, 'helpful');
    expect(await rows()).toMatchObject([{ feedback: 'not-helpful' }]);
    await store.forget(request);
    expect(await rows()).toEqual([]);
  });

  test('what was given up stays given up, what was delivered stays delivered', async () => {
    const store = storeWith(parts.jobs);
    await store.accept({ ...request, id: 'a' });
    await store.accept({ ...request, id: 'b' });
    await store.finish({ ...request, id: 'a' }, undefined);
    await store.finish({ ...request, id: 'a' }, RECORD);
    await store.finish({ ...request, id: 'b' }, RECORD);
    await store.finish({ ...request, id: 'b' }, undefined);
    expect((await rows()).map(({ state, score }) => [state, score])).toEqual([
      ['given-up', null],
      ['delivered', 46],
    ]);
  });

  test('only the first review of a text in a workspace counts as its first', async () => {
    const store = storeWith(parts.jobs);
    await store.accept({ ...request, id: 'a' });
    await store.accept({ ...request, id: 'b', draft: `  ${request.draft.replaceAll(' ', '\n')} ` });
    await store.accept({ ...request, id: 'c', draft: `${request.draft} More.` });
    await store.accept({ ...request, id: 'd', teamId: 'T0002' });
    expect((await rows()).map((row) => row.first_of_draft)).toEqual([1, 0, 1, 1]);
  });

  describe('when the job cannot be stored', () => {
    test('the review is not stored either, and the person is told', async () => {
      const failing: JobQueue<ReviewRequest> = {
        ...parts.jobs,
        async enqueue(trx, job) {
          await parts.jobs.enqueue(trx, job);
          throw new Error('disk full');
        },
        ...(parts.jobs.withRow === undefined
          ? {}
          : { withRow: async (_, insertRow) => sql`with a as (${insertRow}) select 1 / 0 from a` }),
      };
      await expect(storeWith(failing).accept(request)).rejects.toThrow(StoreUnavailableError);
      expect(await rows()).toEqual([]);
      expect(await parts.jobs.depth()).toBe(0);
      expect(await storeWith(parts.jobs).accept(request)).toBe('accepted');
    });
  });
}
