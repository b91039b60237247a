import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../reviews/ports.ts';
import { eraseTraces } from '../storage/erase-traces.ts';
import type { OpenDatabase } from '../storage/open-database.ts';
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

/** Nothing runs for so long: it is quiet enough to erase traces, in ms, */
const QUIET_MS = 250;
/** and in any pause where the oldest of them has been there for so long, in ms. */
const TRACES_MS = 5_000;

interface Deps<T> extends QueueOptions<T>, Pick<OpenDatabase, 'db' | 'writer'> {
  readonly clock: Clock;
  readonly policy: RetryPolicy;
  /** Makes this process the only one that works; resolves to the way to let go. */
  readonly lock: () => Promise<() => void>;
}

/** Jobs as rows of the same SQLite database, for one working process. */
export function createSqliteJobs<T>(deps: Deps<T>): JobQueue<T> {
  const { db, clock, policy, parse, concurrency, onError } = deps;
  const now = (): number => clock.now().getTime();
  const table = createSqliteJobTable(deps, deps.name, now);
  const running = new Set<Promise<void>>();
  /** Jobs that were dropped with what was written of their end. */
  const ended = new Set<string>();
  let working: Parameters<JobQueue<T>['start']> | undefined;
  let unlock = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  let erasing: NodeJS.Timeout | undefined;
  let looks = Promise.resolve();
  let lookQueued = false;
  /** Since when finished jobs' drafts may be in the log, as `performance.now()`; undefined: there is none. */
  let tracesSince: number | undefined = Number.NEGATIVE_INFINITY;

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
    let next = await table.nextRunAt();
    if (next !== undefined && next <= now()) {
      for (const row of await table.claim(room)) {
        const job: Promise<void> = work(row, handlers).finally(() => {
          running.delete(job);
          wake();
        });
        running.add(job);
      }
      next = await table.nextRunAt();
    }
    if (running.size === 0) eraseTracesSoon();
    lookAgainIn(Math.min(SAFETY_LOOK_MS, Math.max(0, (next ?? Infinity) - now())));
  }

  /** Not at once: it flushes the disk more than once, and the next request may be here already. */
  function eraseTracesSoon(): void {
    clearTimeout(erasing);
    if (tracesSince === undefined || !working) return;
    const left = Math.max(0, TRACES_MS - (performance.now() - tracesSince));
    erasing = setTimeout(() => void eraseAll().catch(onError), Math.min(QUIET_MS, left));
  }

  async function eraseAll(): Promise<void> {
    if (running.size > 0) return;
    const since = tracesSince;
    const erased = await eraseTraces(db);
    if (!erased) eraseTracesSoon();
    else if (tracesSince === since) tracesSince = undefined;
  }

  /** One try, and what becomes of the job then. */
  async function work(row: JobRow, handlers: Parameters<JobQueue<T>['start']>): Promise<void> {
    tracesSince ??= performance.now();
    try {
      await attempt(row, handlers);
      if (!ended.delete(row.key)) await settle(row, undefined);
    } catch (error) {
      ended.delete(row.key);
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
    async end(db, key) {
      await table.end(db, key);
      ended.add(key);
    },
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
      clearTimeout(erasing);
      await looks;
      await Promise.race([Promise.all(running), delay(graceMs, undefined, { ref: false })]);
      await table.takeBack().finally(unlock);
    },
  };
}
