import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { fromKysely, type Job, type JobWithMetadata } from 'pg-boss';
import type { Clock } from '../../reviews/ports.ts';
import { derivedUuid } from '../../reviews/review-id.ts';
import type { Tables } from '../storage/schema.ts';
import { CutOffError, type JobQueue, type QueueOptions, type Job as StoredJob } from './job-queue.ts';
import { type ListeningBoss, PGBOSS_SCHEMA } from './pgboss.ts';
import { createPgBossLanes } from './pgboss-lanes.ts';
import { sendWithRow } from './pgboss-with-row.ts';
import { type RetryPolicy, retryDelayMs } from './retry-policy.ts';
import { withinTime } from './within-time.ts';

/** How often jobs that are to be given up are looked for, in seconds. */
const LOOK_SECONDS = 2;
/** A process that has not been heard of for so long is dead (pg-boss allows no less). */
const HEARTBEAT_SECONDS = 10;
/**
 * The longest wait of a job whose process died, in seconds: somebody waits for it. No less, as each death counts
 * as a try, and a process that dies again and again would have used them all within minutes.
 */
const CUT_OFF_SECONDS = 60;
/** What a settled job would leave behind if it were not deleted at once, below. */
const REMAINS_SECONDS = 60;

/** Waits are given as seconds from now by the clock of the database: those of our machines may differ. */
const seconds = (ms: number): number => Math.round(ms) / 1000;

interface Deps<T> extends QueueOptions<T> {
  readonly boss: ListeningBoss;
  readonly db: Kysely<Tables>;
  readonly policy: RetryPolicy;
  readonly clock: Clock;
}

/** Jobs in pg-boss, for many processes. A job is deleted the moment it is done, and its draft with it. */
export async function createPgBossJobs<T extends object>(deps: Deps<T>): Promise<JobQueue<T>> {
  const { db, policy, clock, name, parse, concurrency, onError } = deps;
  const { boss } = deps.boss;
  const givenUp = `${name}-given-up`;
  const lanes = createPgBossLanes(deps.boss, {
    name,
    concurrency,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    onError,
  });
  const polling = { pollingIntervalSeconds: LOOK_SECONDS, notifyPollingIntervalSeconds: LOOK_SECONDS };
  // Our own waits (`retryDelayMs`) come first; these hold for jobs whose process died.
  const retries = {
    retryLimit: policy.tries - 1,
    retryBackoff: true,
    retryDelay: Math.max(1, Math.round(policy.firstDelayMs / 1000)),
    retryDelayMax: Math.max(1, Math.min(CUT_OFF_SECONDS, Math.round(policy.longestDelayMs / 1000))),
    expireInSeconds: Math.max(1, Math.round(policy.longestRunMs / 1000)),
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deleteAfterSeconds: REMAINS_SECONDS,
  };
  for (const queue of [{ name: givenUp }, { name, deadLetter: givenUp, notify: true }]) {
    await boss.createQueue(queue.name, { ...retries, ...queue });
    const { name: _, ...options } = queue;
    await boss.updateQueue(queue.name, { ...retries, ...options });
  }

  const optionsOf = ({ key, workspace, runAt }: StoredJob<T>) => ({
    id: derivedUuid(name, key),
    startAfter: seconds(Math.max(0, runAt.getTime() - clock.now().getTime())),
    ...(workspace === '' ? {} : { group: { id: workspace } }),
  });

  /** Fails the tries and has the jobs wait; a last one goes to the queue of given-up jobs instead. */
  const comeBack = (jobs: readonly Job[], delayMs: number): Promise<void> =>
    db.transaction().execute(async (trx) => {
      const transaction = fromKysely(trx);
      const startAfter = seconds(delayMs);
      for (const job of jobs) {
        await boss.fail(name, job, null, { db: transaction });
        await boss.update({ name, options: { id: job.id, startAfter, db: transaction } });
      }
    });

  async function attempt(job: Job, [handle, giveUp]: Parameters<JobQueue<T>['start']>): Promise<void> {
    const tries = job.retryCount + 1;
    let data: T | undefined;
    try {
      data = parse(job.data);
      await withinTime(handle(data, tries), policy.longestRunMs);
    } catch (error) {
      if (data === undefined) onError(error);
      if (data === undefined || tries < policy.tries) {
        return comeBack([job], retryDelayMs(policy, tries, error));
      }
      await giveUp(data, error);
    }
    await boss.deleteJob(name, job);
  }

  /** The end of a job that no try of its own could bring about. */
  async function bury(
    job: JobWithMetadata,
    giveUp: (payload: T, cause: unknown) => Promise<void>,
  ): Promise<void> {
    await giveUp(parse(job.data), new CutOffError());
    if (job.sourceId !== null) await boss.deleteJob(name, job.sourceId);
    await boss.deleteJob(givenUp, job);
  }

  /** pg-boss stores what is thrown; an error of somebody else's might quote a draft. */
  async function withoutDetails(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      onError(error);
      throw new Error('failed; see the log');
    }
  }

  return {
    async enqueue(trx, job) {
      await boss.send(name, job.payload, { ...optionsOf(job), db: fromKysely(trx) });
    },
    withRow: (job, insertRow) => sendWithRow(boss, [name, job.payload, optionsOf(job)], insertRow),
    // The commit itself notifies every process.
    wake() {},
    async start(handle, giveUp) {
      lanes.start((job) => attempt(job, [handle, giveUp]));
      await boss.work(givenUp, { ...polling, includeMetadata: true }, async (jobs: JobWithMetadata[]) => {
        for (const job of jobs) await withoutDetails(bury(job, giveUp));
      });
    },
    async stop(graceMs) {
      const buried = Promise.race([boss.offWork(givenUp), delay(graceMs, undefined, { ref: false })]);
      const [left] = await Promise.all([lanes.stop(graceMs), buried]);
      if (left.length > 0) await comeBack(left, 0);
    },
    async drop(trx, keys) {
      const ids = sql.join(keys.map((key) => sql`${derivedUuid(name, key)}::uuid`));
      // A job whose last try was cut off stands there once more, among those to be given up.
      await sql`
        delete from ${sql.table(`${PGBOSS_SCHEMA}.job`)} where id in (${ids}) or source_id in (${ids})`.execute(
        trx,
      );
    },
    async dropWorkspace(workspace) {
      await sql`
        delete from ${sql.table(`${PGBOSS_SCHEMA}.job`)} where group_id = ${workspace}`.execute(db);
    },
    async depth() {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from ${sql.table(`${PGBOSS_SCHEMA}.job`)}
        where name in (${name}, ${givenUp}) and state < 'completed'`.execute(db);
      return rows[0]?.count ?? 0;
    },
    async oldestAgeMs() {
      const { rows } = await sql<{ ms: number | null }>`
        select (extract(epoch from now() - min(created_on)) * 1000)::float8 as ms
        from ${sql.table(`${PGBOSS_SCHEMA}.job`)}
        where name in (${name}, ${givenUp}) and state < 'completed'`.execute(db);
      return Math.max(0, rows[0]?.ms ?? 0);
    },
  };
}
