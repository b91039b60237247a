import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Clock } from '../../reviews/ports.ts';
import { eraseTraces } from '../storage/erase-traces.ts';
import type { Tables } from '../storage/schema.ts';
import { CutOffError, type JobQueue, type QueueOptions } from './job-queue.ts';
import { type RetryPolicy, retryDelayMs } from './retry-policy.ts';
import { createSqliteJobTable, type JobRow } from './sqlite-job-table.ts';
import { withinTime } from './within-time.ts';

/** A look at the table even if nothing is known to be due: the machine's clock may have been set. */
const SAFETY_LOOK_MS = 30_000;
/** The database refused; it is asked again after this long. */
const DATABASE_RETRY_MS = 1_000;
/** A job whose giving up fails as well is dropped after so many further tries. */
const GIVE_UP_TRIES = 5;

interface Deps<T> extends QueueOptions<T> {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly policy: RetryPolicy;
  /** Makes this process the only one that works; resolves to the way to let go. */
  readonly lock: () => Promise<() => void>;
}

/** Jobs as rows of the same SQLite database, for one working process. */
export function createSqliteJobs<T>(deps: Deps<T>): JobQueue<T> {
  const { db, clock, policy, parse, concurrency, onError } = deps;
  const now = (): number => clock.now().getTime();
  const table = createSqliteJobTable(db, deps.name, now);
  const running = new Set<Promise<void>>();
  let working: Parameters<JobQueue<T>['start']> | undefined;
  let unlock = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  let looks = Promise.resolve();
  let lookQueued = false;
  /** Whether a finished job's draft may still be in the log. */
  let traces = true;

  /** Asks for a look at the table; one at a time. */
  function wake(): void {
    if (lookQueued || !working) return;
    lookQueued = true;
    looks = looks.then(async () => {
      lookQueued = false;
      try {
        await look();
      } catch (error) {
        onError(error);
        lookAgainIn(DATABASE_RETRY_MS);
      }
    });
  }

  function lookAgainIn(ms: number): void {
    clearTimeout(timer);
    if (working) timer = setTimeout(wake, ms);
  }

  /** Takes up what is due, as far as there is room. */
  async function look(): Promise<void> {
    const room = concurrency - running.size;
    if (!working || room <= 0) return;
    const handlers = working;
    for (const row of await table.claim(room)) {
      const job: Promise<void> = work(row, handlers).finally(() => {
        running.delete(job);
        wake();
      });
      running.add(job);
    }
    if (running.size === 0 && traces) traces = !(await eraseTraces(db));
    lookAgainIn(Math.min(SAFETY_LOOK_MS, Math.max(0, ((await table.nextRunAt()) ?? Infinity) - now())));
  }

  /** One try, and what becomes of the job then. */
  async function work(row: JobRow, handlers: Parameters<JobQueue<T>['start']>): Promise<void> {
    traces = true;
    try {
      await attempt(row, handlers);
      await settle(row, undefined);
    } catch (error) {
      const lost = row.attempts >= policy.tries + GIVE_UP_TRIES;
      if (lost) onError(error);
      await settle(row, lost ? undefined : now() + retryDelayMs(policy, row.attempts, error));
    }
  }

  /** Resolves when the job is over: done, or given up. */
  async function attempt(row: JobRow, [handle, giveUp]: Parameters<JobQueue<T>['start']>): Promise<void> {
    const data = parse(JSON.parse(row.payload));
    let cause: unknown = new CutOffError();
    if (row.attempts <= policy.tries) {
      try {
        return await withinTime(handle(data, row.attempts), policy.longestRunMs);
      } catch (error) {
        if (row.attempts < policy.tries) throw error;
        cause = error;
      }
    }
    try {
      await giveUp(data, cause);
    } catch (error) {
      onError(error);
      throw error;
    }
  }

  async function settle(row: JobRow, runAt: number | undefined): Promise<void> {
    for (;;) {
      try {
        return await table.settle(row, runAt);
      } catch (error) {
        onError(error);
        // After a stop the next start finds the job as it is.
        if (!working) return;
        await delay(DATABASE_RETRY_MS);
      }
    }
  }

  return {
    enqueue: table.insert,
    wake,
    depth: table.count,
    drop: table.drop,
    dropWorkspace: table.dropWorkspace,
    oldestAgeMs: async () => Math.max(0, now() - ((await table.oldest()) ?? Infinity)),

    async start(handle, giveUp) {
      unlock = await deps.lock();
      await table.takeBack();
      working = [handle, giveUp];
      wake();
    },

    async stop(graceMs) {
      if (!working) return;
      working = undefined;
      clearTimeout(timer);
      await looks;
      await Promise.race([Promise.all(running), delay(graceMs, undefined, { ref: false })]);
      await table.takeBack().finally(unlock);
    },
  };
}
