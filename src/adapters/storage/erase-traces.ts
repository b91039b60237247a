import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema.ts';

/**
 * SQLite's write-ahead log keeps what was written until it is written over. This moves what counts into
 * the database file, where deleted content is overwritten, and empties the log. False when somebody else
 * is reading just now; it does not wait for them.
 */
export async function eraseTraces(db: Kysely<Tables>): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    const { rows: before } = await sql<{ timeout: number }>`pragma busy_timeout`.execute(connection);
    await sql`pragma busy_timeout = 0`.execute(connection);
    try {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection);
      return rows[0]?.busy === 0;
    } finally {
      await sql`pragma busy_timeout = ${sql.lit(before[0]?.timeout ?? 0)}`.execute(connection);
    }
  });
}
