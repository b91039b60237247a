import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { type DatabaseConnection, SqliteDriver } from 'kysely';

/** How long another process that holds the database is waited for, in ms. */
const PATIENCE_MS = 2_000;
/** How often it is asked in between, in ms. */
const RETRY_MS = 20;

/** SQLite's own wait for a lock stops the whole process; this one lets everything else go on. */
export class PatientSqliteDriver extends SqliteDriver {
  #patient: DatabaseConnection | undefined;

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    this.#patient ??= {
      executeQuery: (...query) => patiently(() => connection.executeQuery(...query)),
      streamQuery: (...query) => connection.streamQuery(...query),
    };
    return this.#patient;
  }
}

async function patiently<T>(run: () => Promise<T>): Promise<T> {
  for (const deadline = performance.now() + PATIENCE_MS; ; ) {
    try {
      return await run();
    } catch (error) {
      const isHeld = error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY';
      if (!isHeld || performance.now() >= deadline) throw error;
      await delay(RETRY_MS);
    }
  }
}
