import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import { NoDatabaseError } from './errors.ts';
import { lockFile } from './file-lock.ts';
import { checkMigrated, migrate } from './migrate.ts';
import type { OpenDatabase } from './open-database.ts';
import type { Tables } from './schema.ts';

export const SQLITE_FILE = 'apology-review.db';
/** Whoever holds it keeps others from opening the database anew. */
export const MIGRATING_LOCK = 'migrating.lock';

/** Waiting blocks the whole process, and Slack wants its answer within 3 s. */
const BUSY_TIMEOUT_MS = 2_000;
/** Another process that starts on the same folder migrates for us in less. */
const MIGRATION_PATIENCE_MS = 30_000;

/** A commit is on the disk when it returns, and deleted content is overwritten. */
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'fullfsync = ON',
  'foreign_keys = ON',
  'secure_delete = ON',
];

/** SQLite undoes table changes with the transaction they are in; Kysely's own adapter does not count on it. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

/** Opens, and if need be creates, the database file in `dataDir`, a folder for this user alone. */
export async function openSqlite(dataDir: string): Promise<OpenDatabase> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Before the file is opened: a restore may be putting another in its place.
  const unlock = await lockFile(join(dataDir, MIGRATING_LOCK), MIGRATION_PATIENCE_MS);
  try {
    return await openMigrated(join(dataDir, SQLITE_FILE));
  } finally {
    unlock();
  }
}

async function openMigrated(path: string): Promise<OpenDatabase> {
  const database = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
  for (const pragma of PRAGMAS) database.pragma(pragma);
  return opened(database, migrate);
}

/**
 * Opens the database file in `dataDir` without changing anything in it, beside bots that work on it. Throws
 * NoDatabaseError, DatabaseTooNewError or DatabaseTooOldError.
 */
export async function openSqliteForReading(dataDir: string): Promise<OpenDatabase> {
  const path = join(dataDir, SQLITE_FILE);
  if (!existsSync(path)) throw new NoDatabaseError('sqlite');
  const database = new Sqlite(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  database.pragma('query_only = ON');
  return opened(database, checkMigrated);
}

/** The database once `prepare` has been at its tables; where that fails it is closed again. */
async function opened(database: Sqlite.Database, prepare: typeof migrate): Promise<OpenDatabase> {
  const db = new Kysely<Tables>({ dialect: new TransactionalSqliteDialect({ database }) });
  // Destroying a Kysely that never ran a query leaves the file open, so both are closed.
  const close = async (): Promise<void> => {
    await db.destroy();
    database.close();
  };
  try {
    await prepare(db, 'sqlite');
  } catch (error) {
    await close();
    throw error;
  }
  return { db, kind: 'sqlite', close };
}
