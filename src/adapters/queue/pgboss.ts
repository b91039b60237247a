import { PgBoss } from 'pg-boss';

export const PGBOSS_SCHEMA = 'pgboss';

/** Connections of one process, besides the one that listens; handlers hold none while they run. */
const CONNECTIONS = 4;
/** A query of the queue takes milliseconds; after this long, in ms, its connection counts as broken. */
const QUERY_TIMEOUT_MS = 30_000;
/** How often dead processes' jobs are looked for, in seconds. */
const SUPERVISE_SECONDS = 2;
/** How often the remains of settled jobs are swept, in seconds. */
const SWEEP_SECONDS = 60;

/** Starts pg-boss in its own schema, which it creates and migrates by itself under a lock. */
export async function startPgBoss(
  connectionString: string,
  onError: (error: unknown) => void,
): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString,
    schema: PGBOSS_SCHEMA,
    application_name: 'apology-review-jobs',
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    // pg's own: a connection on which an answer stays away is closed.
    ...{ query_timeout: QUERY_TIMEOUT_MS },
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    maintenanceIntervalSeconds: SWEEP_SECONDS,
  });
  boss.on('error', onError);
  // Such as: nothing can be listened to through this pooler, new jobs wait for the next look.
  boss.on('warning', ({ message }) => onError(new Error(message)));
  return boss.start();
}

/** Closes its connections. The jobs were handed back before, so what it says of tries that still run is no news. */
export async function endPgBoss(boss: PgBoss, onError: (error: unknown) => void): Promise<void> {
  boss.off('error', onError);
  boss.on('error', () => undefined);
  await boss.stop({ graceful: false });
}
