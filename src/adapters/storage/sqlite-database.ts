import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Driver, Kysely, SqliteAdapter, SqliteDialect, type SqliteDialectConfig } from 'kysely';
import { NoDatabaseError } from './errors.ts';
import { lockFile } from './file-lock.ts';
import { checkMigrated, migrate } from './migrate.ts';
import type { OpenDatabase } from './open-database.ts';
import { PatientSqliteDriver } from './patient-sqlite-driver.ts';
import { withPreparedStatements } from './prepared-statements.ts';
import type { Tables } from './schema.ts';
import { openSqliteLog } from './sqlite-log.ts';
import { createGroupWriter } from './writer.ts';

export const SQLITE_FILE = 'apology-review.db';
/** Whoever holds it keeps others from opening the database anew. */
export const MIGRATING_LOCK = 'migrating.lock';

/** At start nobody else needs this process, which SQLite stops while it waits for a lock, in ms; */
const BUSY_TIMEOUT_AT_START_MS = 2_000;
/** later on `PatientSqliteDriver` does the waiting. */
const BUSY_TIMEOUT_MS = 5;
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

class PatientSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }

  override createDriver(): Driver {
    return new PatientSqliteDriver(this.#config);
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
  const database = new Sqlite(path, { timeout: BUSY_TIMEOUT_AT_START_MS });
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
  const database = new Sqlite(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_AT_START_MS });
  database.pragma('query_only = ON');
  return opened(database, checkMigrated);
}

/** The database once `prepare` has been at its tables; where that fails it is closed again. */
async function opened(database: Sqlite.Database, prepare: typeof migrate): Promise<OpenDatabase> {
  const dialect = new PatientSqliteDialect({ database: withPreparedStatements(database) });
  const db = new Kysely<Tables>({ dialect });
  // Destroying a Kysely that never ran a query leaves the file open, so both are closed.
  const log = openSqliteLog(database);
  const close = async (): Promise<void> => {
    await log.close();
    await db.destroy();
    database.close();
  };
  try {
    await prepare(db, 'sqlite');
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, kind: 'sqlite', writer: createGroupWriter(db, log), close };
}
