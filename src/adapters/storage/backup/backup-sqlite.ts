import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { NoDatabaseError } from '../errors.ts';
import { SQLITE_FILE } from '../sqlite-database.ts';
import { BackupExistsError, BackupFailedError } from './errors.ts';
import { flush, inSingleFile, isSound } from './single-file.ts';

/**
 * Copies the database in `dataDir` to `file`, as it stands at one moment, while bots read and write it. The
 * copy is for this user alone: jobs that wait hold drafts. Throws NoDatabaseError, BackupExistsError or
 * BackupFailedError, and leaves no half of a file.
 */
export async function backupSqlite(dataDir: string, file: string): Promise<void> {
  const from = join(dataDir, SQLITE_FILE);
  if (!existsSync(from)) throw new NoDatabaseError('sqlite');
  if (existsSync(file)) throw new BackupExistsError();
  const part = `${file}.part`;
  try {
    closeSync(openSync(part, 'w', 0o600));
    await copy(from, part);
    if (!inSingleFile(part, isSound)) throw new Error('the copy is not sound');
    flush(part);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw new BackupFailedError(error);
  }
}

async function copy(from: string, to: string): Promise<void> {
  const database = new Sqlite(from, { fileMustExist: true });
  try {
    // Within one transaction, or each write of a bot would start the copy anew.
    database.exec('begin');
    database.prepare('select count(*) from sqlite_master').get();
    await database.backup(to);
  } finally {
    database.close();
  }
}
