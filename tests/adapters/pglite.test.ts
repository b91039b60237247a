import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe } from 'vitest';
import type { JobQueue } from '../../src/adapters/queue/job-queue.ts';
import { createDigestReviews } from '../../src/adapters/storage/digest-reviews.ts';
import { createDigestStore } from '../../src/adapters/storage/digest-store.ts';
import { createErasure } from '../../src/adapters/storage/erasure.ts';
import { createInstallationStore } from '../../src/adapters/storage/installation-store.ts';
import { KEPT_TABLES } from '../../src/adapters/storage/kept-tables.ts';
import { createKeyedHashes } from '../../src/adapters/storage/keyed-hashes.ts';
import { createKeyring } from '../../src/adapters/storage/keyring.ts';
import { migrate } from '../../src/adapters/storage/migrate.ts';
import { createModelSwitches } from '../../src/adapters/storage/model-switches.ts';
import { createReviewStore } from '../../src/adapters/storage/review-store.ts';
import type { Tables } from '../../src/adapters/storage/schema.ts';
import { createSettingsStore } from '../../src/adapters/storage/settings-store.ts';
import { createUsedLinks } from '../../src/adapters/storage/used-links.ts';
import { createDirectWriter } from '../../src/adapters/storage/writer.ts';
import { digestRecountContract } from './digest-recount-contract.ts';
import { digestReviewsContract } from './digest-reviews-contract.ts';
import { digestsContract } from './digests-contract.ts';
import { erasureContract } from './erasure-contract.ts';
import { HASH_KEY, KEYS } from './example-request.ts';
import { installationRowsContract } from './installation-rows-contract.ts';
import { installationsContract } from './installations-contract.ts';
import { modelSwitchesContract } from './model-switches-contract.ts';
import { rowsContract } from './rows-contract.ts';
import { settingsContract } from './settings-contract.ts';
import { storeContract } from './store-contract.ts';
import { usedLinksContract } from './used-links-contract.ts';

/** Stands in for a queue: this file is about the store's SQL on a Postgres without a server. */
const noJobs = {
  enqueue: async () => undefined,
  wake: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
  depth: async () => 0,
  drop: async () => undefined,
  dropWorkspace: async () => undefined,
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
    storeContract(async () => ({
      store: createReviewStore({ db, writer: createDirectWriter(db), jobs: noJobs, hashes, clock }),
      close,
    })));
  describe('settings', () =>
    settingsContract(async ({ clock }) => ({
      settings: createSettingsStore({ db, clock }),
      close: async () => void (await db.deleteFrom('channel_settings').execute()),
    })));
  const uninstall = async (): Promise<void> => void (await db.deleteFrom('installations').execute());
  describe('installations', () =>
    installationsContract(async ({ clock }) => ({
      installations: createInstallationStore({ db, keyring: createKeyring([KEYS[0]]), clock }),
      close: uninstall,
    })));
  describe('used links', () =>
    usedLinksContract(async ({ clock }) => ({
      usedLinks: createUsedLinks({ db, clock }),
      close: async () => void (await db.deleteFrom('used_links').execute()),
    })));
  describe('model switches', () =>
    modelSwitchesContract(async (options) => ({
      modelSwitches: createModelSwitches({ db, ...options }),
      close: async () => void (await db.deleteFrom('model_switches').execute()),
    })));
  describe('erasure', () =>
    erasureContract(async () => ({
      store: createReviewStore({ db, writer: createDirectWriter(db), jobs: noJobs, hashes, clock }),
      settings: createSettingsStore({ db, clock }),
      modelSwitches: createModelSwitches({ db, clock }),
      digests: createDigestStore({ db, jobs: noJobs, clock }),
      installations: createInstallationStore({ db, keyring: createKeyring([KEYS[0]]), clock }),
      erasure: createErasure({ db, jobs: noJobs, hashes, clock, eraseTraces: async () => undefined }),
      async close() {
        for (const table of Object.keys(KEPT_TABLES).filter((name) => name !== 'jobs'))
          await sql`delete from ${sql.table(table)}`.execute(db);
      },
    })));
  describe('installations as rows', () => installationRowsContract(async () => ({ db, close: uninstall })));
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
      store: createReviewStore({ db, writer: createDirectWriter(db), jobs: noJobs, hashes, clock }),
      digestReviews: createDigestReviews(db),
      close,
    })));
  describe('digest recount', () =>
    digestRecountContract(async () => ({
      store: createReviewStore({ db, writer: createDirectWriter(db), jobs: noJobs, hashes, clock }),
      digestReviews: createDigestReviews(db),
      close,
    })));
  describe('rows', () =>
    rowsContract(async () => ({ db, writer: createDirectWriter(db), jobs: noJobs, close })));
});
