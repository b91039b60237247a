import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';

/** Reads a database file, does something with it and leaves one file: no log beside it. Throws what SQLite says. */
export function inSingleFile<T>(path: string, work: (file: Sqlite.Database) => T): T {
  const file = new Sqlite(path, { fileMustExist: true, timeout: 0 });
  try {
    // Takes the log into the file. SQLite refuses while anybody else has the database open.
    file.pragma('journal_mode = delete');
    return work(file);
  } finally {
    file.close();
  }
}

/** Whether every page and index is as it should be. */
export const isSound = (file: Sqlite.Database): boolean =>
  file.pragma('integrity_check', { simple: true }) === 'ok';

/** The migrations that a database has had; none in a file of something else's. */
export const migrationsOf = (file: Sqlite.Database): string[] =>
  file.prepare<[], string>('select name from kysely_migration').pluck().all();

/** The file and its name are on the disk when this returns. */
export function flush(path: string): void {
  for (const name of [path, dirname(path)]) {
    const handle = openSync(name, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}
