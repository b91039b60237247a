import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/adapters/open-store.ts';
import { backupSqlite } from '../../src/adapters/storage/backup/backup-sqlite.ts';
import {
  BackupExistsError,
  BackupFailedError,
  BackupUnreadableError,
  StillRunningError,
} from '../../src/adapters/storage/backup/errors.ts';
import { restoreSqlite } from '../../src/adapters/storage/backup/restore-sqlite.ts';
import { DatabaseTooNewError, NoDatabaseError } from '../../src/adapters/storage/errors.ts';
import { SQLITE_FILE } from '../../src/adapters/storage/sqlite-database.ts';
import { startDoomed } from './doomed.ts';
import { exampleRequest, exampleRequests, HASH_KEY } from './example-request.ts';
import { never, SOON } from './place.ts';
import { RECORD } from './store-contract.ts';

const root = mkdtempSync(join(tmpdir(), 'backup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NOW = new Date('2026-03-02T10:00:00Z');
let count = 0;
let dataDir: string;
let file: string;
beforeEach(() => {
  count += 1;
  dataDir = join(root, `${count}`, 'data');
  mkdirSync(dataDir, { recursive: true });
  file = join(root, `${count}`, 'backup.db');
});

const fail = (error: unknown): never => {
  throw error;
};
const open = (folder = dataDir) =>
  openStore({ databaseUrl: undefined, dataDir: folder, hashKey: HASH_KEY, onError: fail });

/** Accepts these and stops. */
async function filled(ids: readonly string[]): Promise<void> {
  const { store, close } = await open();
  for (const id of ids) await store.accept(exampleRequest({ id }));
  await close();
}

/** Which reviews are known there. */
async function known(ids: readonly string[], folder = dataDir): Promise<string[]> {
  const { store, close } = await open(folder);
  const found = await Promise.all(
    ids.map(async (id) => ((await store.progress(exampleRequest({ id }))) ? [id] : [])),
  );
  await close();
  return found.flat();
}

test('a backup made while reviews are accepted restores all of them elsewhere, and work goes on there', async () => {
  const bot = startDoomed({ address: { databaseUrl: undefined, dataDir } }, 'accept');
  const acknowledged: string[] = [];
  let before: string[] = [];
  let after = 0;
  for await (const id of bot.lines) {
    acknowledged.push(id);
    if (acknowledged.length === 200) {
      before = [...acknowledged];
      void backupSqlite(dataDir, file).then(() => {
        after = acknowledged.length + 50;
      }, bot.kill);
    }
    // It goes on accepting beside the backup and afterwards.
    if (after > 0 && acknowledged.length >= after) await bot.kill();
  }
  expect(after).toBeGreaterThan(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(file, '..'))).toEqual(['backup.db', 'data']);

  const fresh = join(root, `${count}`, 'fresh');
  expect(await restoreSqlite(file, fresh, NOW)).toBeUndefined();
  const { store, jobs, close } = await open(fresh);
  const seen = new Set<string>();
  await jobs.start(async (request) => {
    expect(request).toEqual(exampleRequest({ id: request.id }));
    seen.add(request.id);
    await store.finish(request, RECORD);
  }, never);
  await vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SOON);
  expect(before.filter((id) => !seen.has(id))).toEqual([]);
  expect(await store.accept(exampleRequest({ id: before[0] ?? '' }))).toBe('duplicate');
  expect(await store.accept(exampleRequest({ id: 'a new one' }))).toBe('accepted');
  await vi.waitFor(() => expect(seen).toContain('a new one'), SOON);
  await jobs.stop(1_000);
  await close();
});

test('the former database is put aside, and nothing of it is in the restored one', async () => {
  await filled(['old-1', 'old-2']);
  await backupSqlite(dataDir, file);
  await filled(['later']);
  const aside = await restoreSqlite(file, dataDir, NOW);
  expect(await known(['old-1', 'old-2', 'later'])).toEqual(['old-1', 'old-2']);
  expect(aside).toBe(join(dataDir, 'before-restore-2026-03-02T10-00-00-000Z.db'));
  expect(statSync(aside ?? '').mode & 0o077).toBe(0);
  // Back again, from what was put aside.
  await restoreSqlite(aside ?? '', dataDir, new Date('2026-03-02T11:00:00Z'));
  expect(await known(['old-1', 'old-2', 'later'])).toEqual(['old-1', 'old-2', 'later']);
});

test('nothing is restored over the data of a bot that works or has just been started', async () => {
  await filled(['old']);
  await backupSqlite(dataDir, file);
  const bot = startDoomed({ address: { databaseUrl: undefined, dataDir } }, 'work');
  for await (const line of bot.lines) {
    expect(line).toBe('running 1');
    await expect(restoreSqlite(file, dataDir, NOW)).rejects.toThrow(StillRunningError);
    // It runs both jobs, and says so for each.
    break;
  }
  await bot.kill();
  const started = await open();
  await expect(restoreSqlite(file, dataDir, NOW)).rejects.toThrow(StillRunningError);
  expect(await started.store.accept(exampleRequest({ id: 'goes on' }))).toBe('accepted');
  await started.close();
  expect(readdirSync(dataDir).filter((name) => /restor/.test(name))).toEqual([]);
  expect(await known(['old', exampleRequest().id, 'goes on'])).toHaveLength(3);
  // The killed one left its log behind; it is part of what is put aside.
  expect(await restoreSqlite(file, dataDir, NOW)).toBeDefined();
  expect(await known(['old', 'goes on'])).toEqual(['old']);
});

test('a damaged database is put aside as it is, and its log does not get into the restored one', async () => {
  await filled(['old']);
  await backupSqlite(dataDir, file);
  const bot = startDoomed({ address: { databaseUrl: undefined, dataDir } }, 'accept');
  for await (const _ of bot.lines) await bot.kill();
  const database = join(dataDir, SQLITE_FILE);
  expect(statSync(`${database}-wal`).size).toBeGreaterThan(0);
  writeFileSync(database, 'no database'.repeat(1_000));
  const aside = (await restoreSqlite(file, dataDir, NOW)) ?? '';
  expect(readFileSync(aside, 'utf8')).toContain('no database');
  expect(existsSync(`${aside}-wal`)).toBe(true);
  expect(await known(['old', 'doomed-0'])).toEqual(['old']);
});

test.each<[string, () => void | Promise<void>]>([
  ['is no database', () => writeFileSync(file, 'Dear Ms Okafor')],
  ['is empty', () => writeFileSync(file, '')],
  ['is not there', () => undefined],
  ['is a database of something else', () => void new Sqlite(file).exec('create table t (x)').close()],
  [
    'was cut off',
    async () => {
      await filled(exampleRequests(50).map(({ id }) => id));
      await backupSqlite(dataDir, file);
      truncateSync(file, statSync(file).size / 2);
    },
  ],
])('a file that %s is not restored, and the data stays', async (_, make) => {
  await make();
  await filled(['kept']);
  await expect(restoreSqlite(file, dataDir, NOW)).rejects.toThrow(BackupUnreadableError);
  expect(await known(['kept'])).toEqual(['kept']);
  expect(readdirSync(dataDir).filter((name) => /restor/.test(name))).toEqual([]);
});

test('a backup of a newer version is not restored, and the data stays', async () => {
  await filled(['kept']);
  await backupSqlite(dataDir, file);
  const copy = new Sqlite(file);
  copy.exec(`insert into kysely_migration (name, timestamp) values ('9999-of-the-future', '2030-01-01')`);
  copy.close();
  await expect(restoreSqlite(file, dataDir, NOW)).rejects.toThrow(DatabaseTooNewError);
  expect(await known(['kept'])).toEqual(['kept']);
});

test('no backup is made over a file, of nothing, or where none can be written', async () => {
  await expect(backupSqlite(dataDir, file)).rejects.toThrow(NoDatabaseError);
  await filled(['one']);
  writeFileSync(file, 'of another day');
  await expect(backupSqlite(dataDir, file)).rejects.toThrow(BackupExistsError);
  expect(readFileSync(file, 'utf8')).toBe('of another day');
  await expect(backupSqlite(dataDir, join(root, 'no folder', 'x.db'))).rejects.toThrow(BackupFailedError);
});

test('the commands say what they did, and what to do where they could not', async () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));
  const run = (name: string, args: readonly string[], env: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...(scripts[name] ?? '').split(' ').slice(1), ...args],
      {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env },
        encoding: 'utf8',
      },
    );
    return [status, stdout, stderr];
  };
  await filled(['one']);
  expect(run('backup', [file])).toEqual([0, expect.stringContaining(file), '']);
  expect(run('backup', [file])).toEqual([2, '', expect.stringContaining('exists already')]);
  expect(run('backup', [])).toEqual([2, '', expect.stringContaining('npm run backup -- FILE')]);
  expect(run('restore', [join(root, 'gone.db')])).toEqual([
    2,
    '',
    expect.stringContaining('Nothing was changed'),
  ]);
  expect(run('restore', [file], { DATABASE_URL: 'postgres://db/apology' })).toEqual([
    2,
    '',
    expect.stringContaining('pg_dump'),
  ]);
  expect(run('restore', [file])).toEqual([0, expect.stringMatching(/before-restore-.*\.db/), '']);
  expect(await known(['one'])).toEqual(['one']);
});
