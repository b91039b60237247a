import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { AppError } from '../../../errors.ts';
import { REVIEW_QUEUE } from '../../queue/review-job.ts';
import { DatabaseTooNewError, DataDirInUseError } from '../errors.ts';
import { lockFile } from '../file-lock.ts';
import { migrationsFor } from '../migrations/index.ts';
import { MIGRATING_LOCK, SQLITE_FILE } from '../sqlite-database.ts';
import { BackupUnreadableError, StillRunningError } from './errors.ts';
import { flush, inSingleFile, isSound, migrationsOf } from './single-file.ts';

/** What every SQLite file begins with. */
const SIGNATURE = 'SQLite format 3\0';

/**
 * Puts the backup `file` in the place of the database in `dataDir`, which must not be in use. Resolves to
 * where the former database was put aside; `undefined`: there was none. Throws BackupUnreadableError,
 * DatabaseTooNewError or StillRunningError, and then nothing was changed.
 */
export async function restoreSqlite(file: string, dataDir: string, now: Date): Promise<string | undefined> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = await lockOut(dataDir);
  const staged = join(dataDir, 'restoring.db');
  try {
    stage(file, staged);
    const database = join(dataDir, SQLITE_FILE);
    const aside = existsSync(database) ? join(dataDir, `before-restore-${stamp(now)}.db`) : undefined;
    if (aside !== undefined) putAside(database, aside);
    renameSync(staged, database);
    flush(database);
    return aside;
  } finally {
    rmSync(staged, { force: true });
    unlock();
  }
}

/** Nobody can start on the folder or work in it until the returned function is called. */
async function lockOut(dataDir: string): Promise<() => void> {
  const locks: (() => void)[] = [];
  const unlock = () => {
    for (const release of locks) release();
  };
  try {
    for (const name of [MIGRATING_LOCK, `${REVIEW_QUEUE}.lock`])
      locks.push(await lockFile(join(dataDir, name), 0));
    return unlock;
  } catch (error) {
    unlock();
    throw error instanceof DataDirInUseError ? new StillRunningError(error) : error;
  }
}

/** Copies the backup beside the database, where one rename puts it in place, and looks whether it will do. */
function stage(file: string, staged: string): void {
  try {
    copyFileSync(file, staged);
    chmodSync(staged, 0o600);
    const { sound, names } = inSingleFile(staged, (copy) => ({
      sound: isSound(copy),
      names: migrationsOf(copy),
    }));
    const known = migrationsFor('sqlite');
    const unknown = names.filter((name) => !(name in known));
    if (unknown.length > 0) throw new DatabaseTooNewError(unknown);
    if (!sound || names.length === 0) throw new BackupUnreadableError();
    flush(staged);
  } catch (error) {
    throw error instanceof AppError ? error : new BackupUnreadableError(error);
  }
}

/** Keeps a copy of the former database, which stays in place until the rename. */
function putAside(database: string, aside: string): void {
  // What is no database any more is kept as it is: SQLite would throw its log away.
  if (isDatabase(database)) {
    try {
      inSingleFile(database, () => undefined);
    } catch (error) {
      if (isBusy(error)) throw new StillRunningError(error);
      // It is damaged further in, which may be why somebody restores.
    }
  }
  copyFileSync(database, aside);
  chmodSync(aside, 0o600);
  flush(aside);
  // A log must not meet the new file.
  if (existsSync(`${database}-wal`)) renameSync(`${database}-wal`, `${aside}-wal`);
  rmSync(`${database}-shm`, { force: true });
}

function isDatabase(path: string): boolean {
  const start = Buffer.alloc(SIGNATURE.length);
  const file = openSync(path, 'r');
  readSync(file, start);
  closeSync(file);
  return start.toString('latin1') === SIGNATURE;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');

const stamp = (now: Date): string => now.toISOString().replaceAll(/[:.]/g, '-');
