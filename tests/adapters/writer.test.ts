import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/adapters/storage/open-database.ts';
import { createGroupWriter } from '../../src/adapters/storage/writer.ts';

let dataDir: string;
let database: OpenDatabase;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'writer-'));
  database = await openDatabase({ databaseUrl: undefined, dataDir, onError: () => undefined });
});
afterEach(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const link = (name: string) => ({ link: name, expires_at: '2026-03-02T10:00:00.000Z' });
const links = async () =>
  (await database.db.selectFrom('used_links').select('link').orderBy('link').execute()).map(
    (row) => row.link,
  );

/** A writer on this database whose disk does what `flush` does. */
const writerOver = (flush: () => Promise<void>) =>
  createGroupWriter(database.db, { leaveUnflushed: () => undefined, flushEach: () => undefined, flush });

test('what is written at the same time is flushed once', async () => {
  let flushes = 0;
  const writer = writerOver(async () => {
    flushes += 1;
  });
  const names = Array.from({ length: 16 }, (_, index) => `link ${String(index).padStart(2, '0')}`);
  await Promise.all(
    names.map((name) => writer.one((db) => db.insertInto('used_links').values(link(name)).execute())),
  );
  expect(await links()).toEqual(names);
  expect(flushes).toBe(1);
});

test('nothing is said to be kept before the disk has it', async () => {
  const disk = Promise.withResolvers<void>();
  const writer = writerOver(() => disk.promise);
  let kept = false;
  const writing = writer
    .one((db) => db.insertInto('used_links').values(link('a')).execute())
    .then(() => {
      kept = true;
    });
  while ((await links()).length === 0) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(kept).toBe(false);
  disk.resolve();
  await writing;
});

test('one that fails does not spoil it for those that came with it', async () => {
  const { writer } = database;
  const write = (name: string) =>
    writer.one((db) => db.insertInto('used_links').values(link(name)).execute());
  const outcomes = await Promise.allSettled([
    write('a'),
    writer.all(async (trx) => {
      await trx.insertInto('used_links').values(link('half')).execute();
      throw new Error('no more');
    }),
    write('b'),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await links()).toEqual(['a', 'b']);
});

test('a disk that cannot be flushed is a failure, and the next write is none', async () => {
  let broken = true;
  const writer = writerOver(async () => {
    if (broken) throw new Error('EIO');
  });
  const write = (name: string) =>
    writer.one((db) => db.insertInto('used_links').values(link(name)).execute());
  await expect(write('a')).rejects.toThrow('EIO');
  broken = false;
  await write('b');
});

test('what may come soon comes with the next, and by itself where there is none', async () => {
  let flushes = 0;
  const writer = writerOver(async () => {
    flushes += 1;
  });
  const insert = (name: string) => (db: OpenDatabase['db']) =>
    db.insertInto('used_links').values(link(name)).execute();
  await Promise.all([writer.soon(insert('a')), writer.one(insert('b'))]);
  expect(flushes).toBe(1);
  await writer.soon(insert('c'));
  expect(await links()).toEqual(['a', 'b', 'c']);
});
