import type { Kysely } from 'kysely';
import { AppError } from '../../errors.ts';
import { CannotOpenDatabaseError } from './errors.ts';
import { openPostgres, openPostgresForReading } from './postgres-database.ts';
import type { Tables } from './schema.ts';
import { openSqlite, openSqliteForReading } from './sqlite-database.ts';
import type { Writer } from './writer.ts';

export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly kind: 'sqlite' | 'postgres';
  /** What is written on every request, and by every job. */
  readonly writer: Writer;
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
export const openDatabase = ({ databaseUrl, dataDir, onError }: DatabaseOptions): Promise<OpenDatabase> =>
  databaseUrl === undefined
    ? orCannotOpen('sqlite', openSqlite(dataDir))
    : orCannotOpen('postgres', openPostgres(databaseUrl, onError));

/**
 * Opens a database that is there already, beside bots that work on it, and changes nothing. Throws
 * CannotOpenDatabaseError, NoDatabaseError, DatabaseTooNewError or DatabaseTooOldError.
 */
export const openDatabaseForReading = ({
  databaseUrl,
  dataDir,
  onError,
}: DatabaseOptions): Promise<OpenDatabase> =>
  databaseUrl === undefined
    ? orCannotOpen('sqlite', openSqliteForReading(dataDir))
    : orCannotOpen('postgres', openPostgresForReading(databaseUrl, onError));

async function orCannotOpen(
  kind: OpenDatabase['kind'],
  opening: Promise<OpenDatabase>,
): Promise<OpenDatabase> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new CannotOpenDatabaseError(kind, error);
  }
}
