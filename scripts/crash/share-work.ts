import { setTimeout as delay } from 'node:timers/promises';
import { ask } from './ask.ts';
import { unanswered } from './crash-loop.ts';
import { type Bot, startBot } from './start-bot.ts';
import { startStub } from './start-stub.ts';

export interface ShareOptions {
  readonly databaseUrl: string;
  /** Reviews that wait before the first process works. */
  readonly jobs: number;
  readonly processes: number;
  /** One of them is killed when a third is answered. */
  readonly killOne?: boolean;
  /** How long a post takes, in ms; a review is two of them. */
  readonly delayMs?: number;
}

export interface ShareResult {
  readonly lost: readonly string[];
  /** Messages beyond the first of their kind for the same review. */
  readonly repeated: number;
  /** Reviews answered a second. */
  readonly perSecond: number;
  /** Posts that ran at the same time. */
  readonly mostInFlight: number;
}

const PATIENCE_MS = 120_000;
/** Reviews for each process before it counts: the first ones are slow. */
const WARM_UP = 30;

/** Lets reviews pile up in one database, then has several processes, warmed up, work them off together. */
export async function shareWork(options: ShareOptions): Promise<ShareResult> {
  const { databaseUrl, jobs, processes, killOne = false, delayMs = 30 } = options;
  const stub = await startStub({ delayMs });
  const place = { mode: 'http' as const, dataDir: 'unused', databaseUrl, slackApiUrl: stub.slackApiUrl };
  const web = await startBot({ ...place, role: 'web' });
  const workers: Bot[] = [];
  for (let count = 0; count < processes; count += 1)
    workers.push(await startBot({ ...place, role: 'worker' }));

  const accepted: string[] = [];
  const { signal } = new AbortController();
  const accept = async (upTo: number): Promise<void> => {
    const person = async (): Promise<void> => {
      while (accepted.length < upTo) {
        const asked = await ask({ mode: 'http', bot: web, stub, givenUp: signal });
        if (!asked.acknowledged) throw new Error('a command was not acknowledged');
        accepted.push(asked.id);
      }
    };
    await Promise.all(Array.from({ length: 8 }, person));
  };
  /** Resolves when all that was accepted is answered, or after two minutes. */
  const answered = async (onNews: (left: number) => Promise<void>): Promise<void> => {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await delay(50)) {
      const left = unanswered(accepted, (await stub.report()).posts).length;
      if (left === 0) return;
      await onNews(left);
    }
  };

  const warmUp = WARM_UP * processes;
  await accept(warmUp);
  await answered(async () => undefined);
  for (const worker of workers) worker.signal('SIGSTOP');
  await accept(warmUp + jobs);
  const begun = Date.now();
  for (const worker of workers) worker.signal('SIGCONT');
  let killed = !killOne;
  await answered(async (left) => {
    if (killed || left > (jobs * 2) / 3) return;
    killed = true;
    await workers.pop()?.end();
  });
  for (const bot of [...workers, web]) await bot.end('SIGTERM');
  const { posts, mostInFlight } = await stub.report();
  await stub.stop();

  const seconds = (Math.max(...posts.map(({ at }) => at)) - begun) / 1000;
  const kinds = new Set(posts.map(({ id, part }) => `${id} ${part}`));
  return {
    lost: unanswered(accepted, posts),
    repeated: posts.length - kinds.size,
    perSecond: jobs / seconds,
    mostInFlight,
  };
}
