import { AppError } from '../../errors.ts';

/** The database has migrations that this version of the code does not know. Nothing was changed. */
export class DatabaseTooNewError extends AppError {
  readonly code = 'database_too_new';
  readonly userMessage =
    'The data was last used by a newer version of this app. Start that version again, or restore a backup made before the update.';

  constructor(unknownMigrations: readonly string[]) {
    super(`the database has unknown migrations: ${unknownMigrations.join(', ')}`);
  }
}

/** The database lacks migrations of this version. Nothing was changed: a bot of an older version may be at work. */
export class DatabaseTooOldError extends AppError {
  readonly code = 'database_too_old';
  readonly userMessage =
    'The data was last used by an older version of this app. Start the bot of this version first, which brings the data up to date, or use the command of the version that runs.';

  constructor(missingMigrations: readonly string[]) {
    super(`the database lacks migrations: ${missingMigrations.join(', ')}`);
  }
}

/** The database cannot be opened or brought up to date at start. */
export class CannotOpenDatabaseError extends AppError {
  readonly code = 'cannot_open_database';
  readonly userMessage: string;

  constructor(kind: 'sqlite' | 'postgres', cause: unknown) {
    super(`the ${kind} database cannot be opened`, { cause });
    this.userMessage =
      kind === 'sqlite'
        ? 'The data directory cannot be used. Check that DATA_DIR names a folder that this app may write to and that the disk has room.'
        : 'The database does not answer. Check DATABASE_URL, that the server is running, and that the user may create tables.';
  }
}

/** There is no database, or there is nothing of this app in it. Nothing was made. */
export class NoDatabaseError extends AppError {
  readonly code = 'no_database';
  readonly userMessage: string;

  constructor(kind: 'sqlite' | 'postgres') {
    super(`there is no ${kind} database`);
    this.userMessage =
      kind === 'sqlite'
        ? 'There is no database in the data directory. Check DATA_DIR, and that this is the folder you start the bot in.'
        : 'There is nothing of this app in the database. Check that DATABASE_URL names the one that the bot uses.';
  }
}

/** Another process holds this lock file; two must not do the same work on one data directory. */
export class DataDirInUseError extends AppError {
  readonly code = 'data_dir_in_use';
  readonly userMessage =
    'Another process is already working on this data directory. Stop it first, or set DATABASE_URL to run several processes on Postgres.';

  constructor(cause: unknown) {
    super('the data directory is locked by another process', { cause });
  }
}

/** A stored secret does not open with the keys of this process. */
export class CannotReadSecretError extends AppError {
  readonly code = 'cannot_read_secret';
  readonly userMessage =
    'What is stored about installations cannot be read with this ENCRYPTION_KEY. Set the key it was stored with, as ENCRYPTION_KEY or as ENCRYPTION_KEY_PREVIOUS. If that key is lost, the app has to be installed again in every workspace.';

  constructor(why: string, cause?: unknown) {
    super(`a stored secret cannot be read: ${why}`, cause === undefined ? undefined : { cause });
  }
}
