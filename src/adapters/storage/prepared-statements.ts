import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** More different statements than the bot has; those with lists of values come in many lengths. */
const MOST = 200;

/** The database with its statements kept: to prepare one takes about as long as to run it. The oldest go first. */
export function withPreparedStatements(database: Sqlite.Database): SqliteDatabase {
  const known = new Map<string, Sqlite.Statement>();
  return {
    close: () => void database.close(),
    prepare(text) {
      const statement = known.get(text) ?? database.prepare(text);
      // The one that was used last stands last.
      known.delete(text);
      known.set(text, statement);
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      return statement as unknown as ReturnType<SqliteDatabase['prepare']>;
    },
  };
}
