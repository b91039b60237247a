import type { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { checkMigrated, migrate } from './migrate.ts';
import type { OpenDatabase } from './open-database.ts';
import type { Tables } from './schema.ts';
import { createDirectWriter } from './writer.ts';

/** Slack wants its answer within 3 s; a server that does not take us by then is not available. */
const CONNECT_TIMEOUT_MS = 2_000;
/** Nothing here runs longer than milliseconds; a statement that hangs on a lock must not hang for ever. */
const STATEMENT_TIMEOUT_MS = 10_000;

/**
 * A connection on which nothing comes back for so long is broken, in ms: a statement would have ended before,
 * and an idle one is closed by the pool. Without this a cut cable is noticed after a quarter of an hour.
 */
const SILENCE_MS = 15_000;

const INT8 = 20;

/** `pg` gives int8 (and so every count) as text; ours are far below 2^53. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

type OnError = (error: unknown) => void;

/**
 * Connects to a Postgres server. Kysely takes an advisory lock, so of many starts one migrates; it has
 * connections of its own for that, on which an index of a large table may take its time.
 */
export async function openPostgres(connectionString: string, onError: OnError): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString, types, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', onError));
  const migrating = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(migrating, 'postgres').finally(() => migrating.destroy());
  return connect(connectionString, onError, async () => undefined);
}

/**
 * Connects to a database that bots may work on, without changing anything in it. Throws NoDatabaseError,
 * DatabaseTooNewError or DatabaseTooOldError.
 */
export const openPostgresForReading = (connectionString: string, onError: OnError): Promise<OpenDatabase> =>
  connect(connectionString, onError, checkMigrated);

async function connect(
  connectionString: string,
  onError: OnError,
  prepare: typeof migrate,
): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString,
    types,
    application_name: 'apology-review',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
  });
  // It hears only of connections that idle; one that breaks in a transaction would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', onError);
    // `pg` has no option for it and tells its types of a Duplex, which is always a socket.
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
    stream.setTimeout(SILENCE_MS, () => stream.destroy(new Error('nothing came back from Postgres')));
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await prepare(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, kind: 'postgres', writer: createDirectWriter(db), close: () => db.destroy() };
}
