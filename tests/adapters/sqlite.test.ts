import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/adapters/open-store.ts';
import { parseReviewJob } from '../../src/adapters/queue/review-job.ts';
import { createSqliteJobs } from '../../src/adapters/queue/sqlite-jobs.ts';
import { CannotOpenDatabaseError, DataDirInUseError } from '../../src/adapters/storage/errors.ts';
import { lockFile } from '../../src/adapters/storage/file-lock.ts';
import { createKeyedHashes } from '../../src/adapters/storage/keyed-hashes.ts';
import { openDatabase } from '../../src/adapters/storage/open-database.ts';
import { createReviewStore } from '../../src/adapters/storage/review-store.ts';
import { SQLITE_FILE } from '../../src/adapters/storage/sqlite-database.ts';
import { StoreUnavailableError } from '../../src/reviews/errors.ts';
import { digestRecountContract } from './digest-recount-contract.ts';
import { digestReviewsContract } from './digest-reviews-contract.ts';
import { digestsContract } from './digests-contract.ts';
import { durabilityContract } from './durability-contract.ts';
import { erasureContract } from './erasure-contract.ts';
import { exampleRequest, HASH_KEY, KEYS } from './example-request.ts';
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

const root = mkdtempSync(join(tmpdir(), 'sqlite-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
const errors: unknown[] = [];
const onError = (error: unknown): void => void errors.push(error);
const clock = { now: () => new Date() };

function createPlace(): Place {
  folders += 1;
  const dataDir = join(root, `${folders}`, 'data');
  return {
    address: { databaseUrl: undefined, dataDir },
    open: (options: OpenOptions = {}) =>
      openStore({ databaseUrl: undefined, dataDir, hashKey: HASH_KEY, onError, ...options }),
    contents: async () =>
      readdirSync(dataDir)
        .map((file) => readFileSync(join(dataDir, file), 'latin1'))
        .join('\n'),
    async execute(statement) {
      const file = new Sqlite(join(dataDir, SQLITE_FILE));
      file.exec(statement);
      file.close();
    },
  };
}

/** The tables of a database file, looked at from outside. */
function readable(address: Place['address']): Database {
  const look = <T>(read: (file: Sqlite.Database) => T): T => {
    const file = new Sqlite(join(address.dataDir, SQLITE_FILE), { readonly: true });
    const found = read(file);
    file.close();
    return found;
  };
  const names = (file: Sqlite.Database) =>
    file.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all();
  return {
    address,
    tables: async () =>
      look((file) =>
        names(file).map((name) => ({
          name,
          columns: file
            .prepare<[], { name: string }>(`pragma table_info(${name})`)
            .all()
            .map((column) => column.name),
        })),
      ),
    rows: async () =>
      look((file) =>
        names(file).flatMap((name) =>
          file
            .prepare(`select * from ${name}`)
            .all()
            .map((row) => `${name} ${JSON.stringify(row)}`),
        ),
      ),
  };
}

async function openParts() {
  const { dataDir } = createPlace().address;
  const database = await openDatabase({ databaseUrl: undefined, dataDir, onError });
  const jobs = createSqliteJobs({
    ...{
      db: database.db,
      writer: database.writer,
      clock,
      onError,
      policy: QUICK,
      name: 'review',
      parse: parseReviewJob,
      concurrency: 1,
    },
    lock: async () => () => undefined,
  });
  return { ...database, dataDir, jobs };
}

describe('SQLite', () => {
  afterEach(() => expect(errors.splice(0)).toEqual([]));

  describe('store', () => storeContract(() => createPlace().open()));
  describe('settings', () =>
    settingsContract((options) =>
      openStore({ ...createPlace().address, hashKey: HASH_KEY, onError, ...options }),
    ));
  describe('installations', () =>
    installationsContract((options) =>
      openStore({
        ...createPlace().address,
        hashKey: HASH_KEY,
        encryptionKeys: [KEYS[0]],
        onError,
        ...options,
      }),
    ));
  describe('used links', () =>
    usedLinksContract((options) =>
      openStore({ ...createPlace().address, hashKey: HASH_KEY, onError, ...options }),
    ));
  describe('model switches', () =>
    modelSwitchesContract((options) =>
      openStore({ ...createPlace().address, hashKey: HASH_KEY, onError, ...options }),
    ));
  describe('erasure', () =>
    erasureContract(() =>
      openStore({ ...createPlace().address, hashKey: HASH_KEY, encryptionKeys: [KEYS[0]], onError }),
    ));
  describe('what is kept', () => keptContract(async () => readable(createPlace().address)));
  describe('installations as rows', () => installationRowsContract(openParts));
  describe('digests', () => digestsContract(() => createPlace().open()));
  describe('digest reviews', () => digestReviewsContract(() => createPlace().open()));
  describe('digest recount', () => digestRecountContract(() => createPlace().open()));
  describe('reading', () => readingContract(async () => createPlace()));
  test('two years of digests tell every stretch of time once', { timeout: 120_000 }, async () =>
    twoYearsOfDigests(createPlace(), { failing: 0.1, dying: 0.05, seed: 'sqlite' }),
  );
  describe('rows', () => rowsContract(openParts));
  describe('jobs', () => jobsContract((options) => createPlace().open(options)));
  describe('worker', () => workerContract((options) => createPlace().open(options)));
  describe('durability', () => durabilityContract(async () => createPlace()));

  test('the data directory is made, for this user alone', async () => {
    const place = createPlace();
    const { ready, close } = await openStore({ ...place.address, hashKey: HASH_KEY, onError });
    await ready();
    await close();
    expect(statSync(place.address.dataDir).mode & 0o777).toBe(0o700);
    await expect(ready()).rejects.toThrow(StoreUnavailableError);
  });

  test('an update that fails half-way leaves the database as it was', async () => {
    const { address } = createPlace();
    mkdirSync(address.dataDir, { recursive: true });
    const file = new Sqlite(join(address.dataDir, SQLITE_FILE));
    // In the way of the second migration.
    file.exec('create table jobs (id integer)');
    const tables = () =>
      file.prepare("select name from sqlite_master where name in ('jobs', 'reviews')").pluck().all();
    await expect(openDatabase({ ...address, onError })).rejects.toThrow(CannotOpenDatabaseError);
    expect(tables()).toEqual(['jobs']);
    file.exec('drop table jobs');
    await (await openDatabase({ ...address, onError })).close();
    expect(tables().sort()).toEqual(['jobs', 'reviews']);
    file.close();
  });

  test('a data directory that cannot be one is refused, with what to do', async () => {
    const dataDir = join(createPlace().address.dataDir, '\0');
    await expect(openDatabase({ databaseUrl: undefined, dataDir, onError })).rejects.toThrow(
      CannotOpenDatabaseError,
    );
  });

  test('a request is not accepted while another process holds the database, and is afterwards', async () => {
    const { db, writer, dataDir, jobs, close } = await openParts();
    const store = createReviewStore({ db, writer, jobs, clock, hashes: createKeyedHashes(HASH_KEY) });
    const other = new Sqlite(join(dataDir, SQLITE_FILE));
    other.exec('begin immediate');
    await expect(store.accept(exampleRequest())).rejects.toThrow(StoreUnavailableError);
    other.close();
    expect(await store.accept(exampleRequest())).toBe('accepted');
    await close();
  });

  test('a request is not accepted when the disk is full, and is once there is room', async () => {
    const { db, writer, jobs, close } = await openParts();
    const store = createReviewStore({ db, writer, jobs, clock, hashes: createKeyedHashes(HASH_KEY) });
    const request = exampleRequest({ draft: 'sorry '.repeat(2_000) });
    await sql`pragma max_page_count = 1`.execute(db);
    await expect(store.accept(request)).rejects.toThrow(StoreUnavailableError);
    expect(await store.progress(request)).toBeUndefined();
    await sql`pragma max_page_count = 100000`.execute(db);
    expect(await store.accept(request)).toBe('accepted');
    await close();
  });

  test('only one process at a time works on a data directory', async () => {
    const path = join(root, 'one.lock');
    const unlock = await lockFile(path, 0);
    await expect(lockFile(path, 0)).rejects.toThrow(DataDirInUseError);
    unlock();
    (await lockFile(path, 0))();
  });
});
