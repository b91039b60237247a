import type { Kysely } from 'kysely';
import { AppError } from '../../errors.ts';
import { CannotOpenDatabaseError } from './errors.ts';
import { openPostgres } from './postgres-database.ts';
import type { Tables } from './schema.ts';
import { openSqlite } from './sqlite-database.ts';

export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly kind: 'sqlite' | 'postgres';
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A `postgres://` address; `undefined` means SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Hears of connections that break while nobody uses them. */
  readonly onError: (error: unknown) => void;
}

/**
 * Opens the database and brings its tables up to date.
 * Throws CannotOpenDatabaseError, DatabaseTooNewError or DataDirInUseError.
 */
export async function openDatabase({
  databaseUrl,
  dataDir,
  onError,
}: DatabaseOptions): Promise<OpenDatabase> {
  try {
    return databaseUrl === undefined ? await openSqlite(dataDir) : await openPostgres(databaseUrl, onError);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new CannotOpenDatabaseError(databaseUrl === undefined ? 'sqlite' : 'postgres', error);
  }
}
