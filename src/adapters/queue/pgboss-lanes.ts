import { setTimeout as delay } from 'node:timers/promises';
import type { Job } from 'pg-boss';
import type { ListeningBoss } from './pgboss.ts';

/** Retries send no word, and there may be nothing to hear it through: how often is looked for jobs, in ms. */
const LOOK_MS = 2_000;

interface Options {
  /** The queue. */
  readonly name: string;
  /** Jobs that this process runs at once. */
  readonly concurrency: number;
  /** A job of which nothing is heard for so long is taken for a dead process's. */
  readonly heartbeatSeconds: number;
  readonly onError: (error: unknown) => void;
}

export interface PgBossLanes {
  /** Has every job of the queue run, as many at once as allowed. One whose `run` throws counts as failed. */
  start(run: (job: Job) => Promise<void>): void;
  /** Takes up no job any more; resolves when none runs, or after `graceMs` to those that still do. */
  stop(graceMs: number): Promise<readonly Job[]>;
}

/**
 * Jobs of pg-boss, taken up as many at a time as there is room for. Its own workers take one each, are all woken by
 * each new job, and settle what was settled already.
 */
export function createPgBossLanes({ boss, onNews }: ListeningBoss, options: Options): PgBossLanes {
  const { name, concurrency, heartbeatSeconds, onError } = options;
  const running = new Map<Job, Promise<void>>();
  const timers: NodeJS.Timeout[] = [];
  let run: ((job: Job) => Promise<void>) | undefined;
  let looks = Promise.resolve();
  let isLookQueued = false;
  /** There may be jobs that no lane was free for. */
  let isMoreWaiting = false;

  /** Asks for a look; one at a time. */
  function wake(): void {
    if (isLookQueued || !run) return;
    isLookQueued = true;
    looks = looks
      .then(() => {
        isLookQueued = false;
        return look();
      })
      .catch(onError);
  }

  async function look(): Promise<void> {
    const room = concurrency - running.size;
    // What is fetched is run even if a stop has come meanwhile, which waits for it.
    const work = run;
    if (!work) return;
    isMoreWaiting = true;
    if (room <= 0) return;
    const jobs = await boss.fetch<object>(name, { batchSize: room });
    isMoreWaiting = jobs.length === room;
    for (const job of jobs) running.set(job, begin(job, work));
  }

  async function begin(job: Job, work: (job: Job) => Promise<void>): Promise<void> {
    try {
      await work(job);
    } catch (error) {
      onError(error);
      // pg-boss would store what was thrown; an error of somebody else's might quote a draft.
      await boss.fail(name, job, null).catch(onError);
    }
    running.delete(job);
    if (isMoreWaiting) wake();
  }

  const beat = (): void => {
    if (running.size > 0) boss.touch(name, [...running.keys()]).catch(onError);
  };

  onNews((queue) => {
    if (queue === undefined || queue === name) wake();
  });

  return {
    start(work) {
      run = work;
      timers.push(setInterval(wake, LOOK_MS), setInterval(beat, (heartbeatSeconds * 1000) / 2));
      wake();
    },
    async stop(graceMs) {
      run = undefined;
      const finished = looks.then(() => Promise.all(running.values()));
      await Promise.race([finished, delay(graceMs, undefined, { ref: false })]);
      for (const timer of timers.splice(0)) clearInterval(timer);
      return [...running.keys()];
    },
  };
}
