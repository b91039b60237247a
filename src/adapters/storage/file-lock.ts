import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { DataDirInUseError } from './errors.ts';

/** How often a held lock is tried again, in ms. */
const RETRY_MS = 100;

/**
 * Holds `path` for this process alone until the returned function is called or the process dies, however
 * it dies: SQLite's lock on an otherwise empty file is the operating system's, which a kill releases.
 * Waits up to `patienceMs` for another holder. Throws DataDirInUseError.
 */
export async function lockFile(path: string, patienceMs: number): Promise<() => void> {
  const file = new Sqlite(path, { timeout: 0 });
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      file.exec('begin exclusive');
      return () => file.close();
    } catch (error) {
      const held = error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY';
      if (!held || Date.now() >= deadline) {
        file.close();
        throw held ? new DataDirInUseError(error) : error;
      }
      await delay(RETRY_MS);
    }
  }
}
