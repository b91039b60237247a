import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { afterAll, beforeAll, describe } from 'vitest';
import type { JobQueue } from '../../src/adapters/queue/job-queue.ts';
import { createDigestReviews } from '../../src/adapters/storage/digest-reviews.ts';
import { createDigestStore } from '../../src/adapters/storage/digest-store.ts';
import { createKeyedHashes } from '../../src/adapters/storage/keyed-hashes.ts';
import { migrate } from '../../src/adapters/storage/migrate.ts';
import { createReviewStore } from '../../src/adapters/storage/review-store.ts';
import type { Tables } from '../../src/adapters/storage/schema.ts';
import { createSettingsStore } from '../../src/adapters/storage/settings-store.ts';
import { digestRecountContract } from './digest-recount-contract.ts';
import { digestReviewsContract } from './digest-reviews-contract.ts';
import { digestsContract } from './digests-contract.ts';
import { HASH_KEY } from './example-request.ts';
import { rowsContract } from './rows-contract.ts';
import { settingsContract } from './settings-contract.ts';
import { storeContract } from './store-contract.ts';

/** Stands in for a queue: this file is about the store's SQL on a Postgres without a server. */
const noJobs = {
  enqueue: async () => undefined,
  wake: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
  depth: async () => 0,
  oldestAgeMs: async () => 0,
} satisfies JobQueue<never>;

describe('PGlite', () => {
  let db: Kysely<Tables>;
  beforeAll(async () => {
    db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
    await migrate(db, 'postgres');
  });
  afterAll(() => db.destroy());

  const close = async (): Promise<void> => void (await db.deleteFrom('reviews').execute());
  const hashes = createKeyedHashes(HASH_KEY);
  const clock = { now: () => new Date() };

  describe('store', () =>
    storeContract(async () => ({ store: createReviewStore({ db, jobs: noJobs, hashes, clock }), close })));
  describe('settings', () =>
    settingsContract(async ({ clock }) => ({
      settings: createSettingsStore({ db, clock }),
      close: async () => void (await db.deleteFrom('channel_settings').execute()),
    })));
  describe('digests', () =>
    digestsContract(async () => ({
      digests: createDigestStore({ db, jobs: noJobs, clock }),
      close: async () => {
        await db.deleteFrom('digest_schedules').execute();
        await db.deleteFrom('digests').execute();
      },
    })));
  describe('digest reviews', () =>
    digestReviewsContract(async () => ({
      store: createReviewStore({ db, jobs: noJobs, hashes, clock }),
      digestReviews: createDigestReviews(db),
      close,
    })));
  describe('digest recount', () =>
    digestRecountContract(async () => ({
      store: createReviewStore({ db, jobs: noJobs, hashes, clock }),
      digestReviews: createDigestReviews(db),
      close,
    })));
  describe('rows', () => rowsContract(async () => ({ db, jobs: noJobs, close })));
});
