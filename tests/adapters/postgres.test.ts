import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../src/adapters/open-store.ts';
import { endPgBoss, startPgBoss } from '../../src/adapters/queue/pgboss.ts';
import { createPgBossJobs } from '../../src/adapters/queue/pgboss-jobs.ts';
import { parseReviewJob } from '../../src/adapters/queue/review-job.ts';
import { CannotOpenDatabaseError } from '../../src/adapters/storage/errors.ts';
import { createInstallationStore } from '../../src/adapters/storage/installation-store.ts';
import { createKeyring } from '../../src/adapters/storage/keyring.ts';
import { type OpenDatabase, openDatabase } from '../../src/adapters/storage/open-database.ts';
import { createUsedLinks } from '../../src/adapters/storage/used-links.ts';
import { StoreUnavailableError } from '../../src/reviews/errors.ts';
import {
  everythingIn,
  findPostgres,
  NO_POSTGRES,
  type PostgresServer,
  query,
  startPostgres,
} from '../support/postgres.ts';
import { digestRecountContract } from './digest-recount-contract.ts';
import { digestReviewsContract } from './digest-reviews-contract.ts';
import { digestsContract } from './digests-contract.ts';
import { durabilityContract } from './durability-contract.ts';
import { erasureContract } from './erasure-contract.ts';
import { exampleRequest, exampleRequests, HASH_KEY, KEYS } from './example-request.ts';
import { installationRowsContract } from './installation-rows-contract.ts';
import { installationsContract } from './installations-contract.ts';
import { jobsContract } from './jobs-contract.ts';
import { type Database, keptContract } from './kept-contract.ts';
import { modelSwitchesContract } from './model-switches-contract.ts';
import { type OpenOptions, type Place, QUICK } from './place.ts';
import { readingContract } from './reading-contract.ts';
import { rowsContract } from './rows-contract.ts';
import { settingsContract } from './settings-contract.ts';
import { storeContract } from './store-contract.ts';
import { twoYearsOfDigests } from './two-years-of-digests.ts';
import { usedLinksContract } from './used-links-contract.ts';
import { workerContract } from './worker-contract.ts';

const bin = findPostgres();
const dataDir = 'unused';

if (bin === undefined) test('the contracts on a Postgres server', (context) => context.skip(NO_POSTGRES));
else describe('Postgres', () => onPostgres(bin));

function onPostgres(bin: string): void {
  let server: PostgresServer;
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  beforeAll(async () => {
    server = await startPostgres(bin);
  });
  afterAll(() => server.remove());
  afterEach(() => expect(errors.splice(0)).toEqual([]));

  async function createPlace(on = server): Promise<Place> {
    const databaseUrl = await on.createDatabase();
    return {
      address: { databaseUrl, dataDir },
      open: (options: OpenOptions = {}) =>
        openStore({ databaseUrl, dataDir, hashKey: HASH_KEY, onError, ...options }),
      contents: () => everythingIn(databaseUrl),
      execute: async (statement) => void (await query(databaseUrl, statement)),
    };
  }

  /** The tables of a database, looked at from outside. */
  function readable(address: Place['address']): Database {
    const look = (text: string) => query(address.databaseUrl ?? '', text);
    const tables = async () => {
      const found = await look(
        `select table_schema, table_name, array_agg(column_name::text order by ordinal_position) as columns
         from information_schema.columns join information_schema.tables using (table_schema, table_name)
         where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE' group by 1, 2`,
      );
      return found.map(({ table_schema, table_name, columns }) => ({
        name: table_schema === 'public' ? String(table_name) : `${table_schema}.${table_name}`,
        columns: columns as string[],
      }));
    };
    return {
      address,
      tables,
      async rows() {
        const all = await Promise.all(
          (await tables()).map(({ name }) =>
            look(`select row_to_json(row)::text as row from ${name} as row`),
          ),
        );
        // What lies in a part of a table lies in the table too.
        return [...new Set(all.flat().map(({ row }) => String(row)))];
      },
    };
  }

  async function openParts() {
    const databaseUrl = await server.createDatabase();
    const { db, writer, close } = await openDatabase({ databaseUrl, dataDir, onError });
    const boss = await startPgBoss(databaseUrl, onError);
    const clock = { now: () => new Date() };
    const queue = { name: 'review', parse: parseReviewJob, concurrency: 1, onError, policy: QUICK };
    const jobs = await createPgBossJobs({ ...queue, boss, db, clock });
    return {
      db,
      writer,
      jobs,
      async close() {
        await endPgBoss(boss, onError);
        await close();
      },
    };
  }

  describe('store', () => storeContract(async () => (await createPlace()).open()));
  describe('settings', () =>
    settingsContract(async ({ clock }) =>
      openStore({ ...(await createPlace()).address, hashKey: HASH_KEY, onError, clock }),
    ));
  describe('model switches', () =>
    modelSwitchesContract(async ({ clock }) =>
      openStore({ ...(await createPlace()).address, hashKey: HASH_KEY, onError, clock }),
    ));
  describe('in one database', () => {
    let database: OpenDatabase;
    beforeAll(async () => {
      database = await openDatabase({ databaseUrl: await server.createDatabase(), dataDir, onError });
    });
    afterAll(() => database.close());
    const close = async (): Promise<void> => {
      for (const table of ['installations', 'used_links'] as const)
        await database.db.deleteFrom(table).execute();
    };

    describe('installations', () =>
      installationsContract(async ({ clock }) => ({
        installations: createInstallationStore({
          db: database.db,
          keyring: createKeyring([KEYS[0]]),
          clock,
        }),
        close,
      })));
    describe('installations as rows', () =>
      installationRowsContract(async () => ({ db: database.db, close })));
    describe('used links', () =>
      usedLinksContract(async ({ clock }) => ({
        usedLinks: createUsedLinks({ db: database.db, clock }),
        close,
      })));
  });
  describe('erasure', () =>
    erasureContract(async () =>
      openStore({ ...(await createPlace()).address, hashKey: HASH_KEY, encryptionKeys: [KEYS[0]], onError }),
    ));
  describe('what is kept', () => keptContract(async () => readable((await createPlace()).address)));
  describe('digests', () => digestsContract(async () => (await createPlace()).open()));
  describe('digest reviews', () => digestReviewsContract(async () => (await createPlace()).open()));
  describe('digest recount', () => digestRecountContract(async () => (await createPlace()).open()));
  describe('reading', () => readingContract(createPlace));
  test('two years of digests tell every stretch of time once', { timeout: 120_000 }, async () =>
    twoYearsOfDigests(await createPlace(), { failing: 0.005, dying: 0.005, seed: 'postgres' }),
  );
  describe('rows', () => rowsContract(openParts));
  const openNew = async (options?: OpenOptions) => (await createPlace()).open(options);
  describe('jobs', () => jobsContract(openNew));
  describe('worker', () => workerContract(openNew));
  describe('durability', () => durabilityContract(() => createPlace()));

  test('two processes share the jobs and work each off once', async () => {
    const place = await createPlace();
    const both = [await place.open(), await place.open()];
    const seen: string[][] = [[], []];
    for (const [index, { jobs }] of both.entries()) {
      await jobs.start(
        async ({ id }) => void seen[index]?.push(id),
        async () => undefined,
      );
    }
    await Promise.all(exampleRequests(60).map((request) => both[0]?.store.accept(request)));
    await vi.waitFor(async () => expect(await both[0]?.jobs.depth()).toBe(0), { timeout: 20_000 });
    expect(seen.flat().sort()).toEqual(
      exampleRequests(60)
        .map(({ id }) => id)
        .sort(),
    );
    expect(seen.every((ids) => ids.length > 0)).toBe(true);
    for (const { jobs, close } of both) {
      await jobs.stop(1_000);
      await close();
    }
  });

  test('a server that goes away is answered with an error, and once it is back work goes on', async () => {
    // One of its own: back from a crash, a server first flushes every database that it holds.
    const server = await startPostgres(bin);
    const place = await createPlace(server);
    const { store, jobs, close } = await place.open();
    const seen: string[] = [];
    await jobs.start(
      async ({ id }) => void seen.push(id),
      async () => undefined,
    );
    await server.crash();
    await expect(store.accept(exampleRequest())).rejects.toThrow(StoreUnavailableError);
    await server.start();
    // The person tries again; the first try after the crash may still meet a dead connection.
    await vi.waitFor(
      async () => expect(await store.accept(exampleRequest())).toMatch(/^(?:accepted|duplicate)$/),
      {
        timeout: 20_000,
      },
    );
    await vi.waitFor(() => expect(seen).toEqual([exampleRequest().id]), { timeout: 20_000 });
    await jobs.stop(1_000);
    await close();
    await server.remove();
    expect(errors.splice(0)).not.toEqual([]);
  });

  test('a migration may take longer than what the bot asks otherwise', { timeout: 60_000 }, async () => {
    const databaseUrl = await server.createDatabase();
    // The first index takes eleven seconds, as one of a large table may.
    await query(
      databaseUrl,
      `create sequence asked;
       create function dawdle() returns event_trigger language plpgsql as
         $$ begin if nextval('asked') = 1 then perform pg_sleep(11); end if; end $$;
       create event trigger slow on ddl_command_start when tag in ('CREATE INDEX') execute function dawdle()`,
    );
    const { store, close } = await openStore({ databaseUrl, dataDir, hashKey: HASH_KEY, onError });
    expect(await store.accept(exampleRequest())).toBe('accepted');
    await close();
  });

  test('a server that is not there is refused, with what to do', async () => {
    const databaseUrl = 'postgres://postgres@127.0.0.1:1/none';
    await expect(openDatabase({ databaseUrl, dataDir, onError })).rejects.toThrow(CannotOpenDatabaseError);
  });
}
