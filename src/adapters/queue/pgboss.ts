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

/** Hears of a queue that has new jobs; undefined: any queue may have. */
type OnNews = (queue: string | undefined) => void;

export interface ListeningBoss {
  readonly boss: PgBoss;
  /** What has come in while nothing could be heard, too. Where the database does not say, nobody hears. */
  onNews(hear: OnNews): void;
}

/** Starts pg-boss in its own schema, which it creates and migrates by itself under a lock. */
export async function startPgBoss(
  connectionString: string,
  onError: (error: unknown) => void,
): Promise<ListeningBoss> {
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
  const listeners = new Set<OnNews>();
  tellNews(boss, (queue) => listeners.forEach((hear) => void hear(queue)));
  await boss.start();
  return { boss, onNews: (hear) => void listeners.add(hear) };
}

/** Its own workers are all woken by each new job, and all ask for it; ours hear of it beside them. */
function tellNews(boss: PgBoss, tell: OnNews): void {
  const db = boss.getDb();
  const listen = db.listen?.bind(db);
  if (listen === undefined) return;
  db.listen = (channel, onNotification, onReconnect) =>
    listen(
      channel,
      (queue) => {
        tell(queue);
        onNotification(queue);
      },
      () => {
        tell(undefined);
        onReconnect();
      },
    );
}

/** Closes its connections. The jobs were handed back before, so what it says of tries that still run is no news. */
export async function endPgBoss({ boss }: ListeningBoss, onError: (error: unknown) => void): Promise<void> {
  boss.off('error', onError);
  boss.on('error', () => undefined);
  await boss.stop({ graceful: false });
}
