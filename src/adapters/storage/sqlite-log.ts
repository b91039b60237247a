import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type Sqlite from 'better-sqlite3';

/**
 * SQLite's write-ahead log, flushed to the disk by another thread. SQLite's own flush stops the whole process for
 * as long as the disk takes, which may be milliseconds each time.
 */
export interface SqliteLog {
  /** From now on a commit writes into the log and flushes nothing. Not inside of a transaction. */
  leaveUnflushed(): void;
  /** From now on a commit is on the disk when it returns. Not inside of a transaction. */
  flushEach(): void;
  /** Resolves once everything that is committed by now is on the disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

export function openSqliteLog(database: Sqlite.Database): SqliteLog {
  let log: Promise<FileHandle> | undefined;
  const opened = async (): Promise<FileHandle> => {
    log ??= openDurably(`${database.name}-wal`);
    // It may be there the next time.
    log.catch(() => {
      log = undefined;
    });
    return log;
  };
  return {
    leaveUnflushed: () => void database.pragma('synchronous = NORMAL'),
    flushEach: () => void database.pragma('synchronous = FULL'),
    flush: async () => (await opened()).datasync(),
    close: async () => (await log?.catch(() => undefined))?.close(),
  };
}

/** SQLite would have the name of a new log on the disk with its own first flush. */
async function openDurably(path: string): Promise<FileHandle> {
  const log = await open(path, 'r+');
  // Windows opens no folders, and has no need to.
  const folder = await open(dirname(path), 'r').catch(() => undefined);
  await folder?.sync().finally(() => folder.close());
  return log;
}
