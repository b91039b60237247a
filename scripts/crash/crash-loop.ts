import { setTimeout as delay } from 'node:timers/promises';
import { ask } from './ask.ts';
import { startBot } from './start-bot.ts';
import { startStub } from './start-stub.ts';
import type { Post } from './stub-words.ts';

export interface CrashOptions {
  readonly mode: 'http' | 'socket';
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  /** How often the bot is killed. */
  readonly kills: number;
  /** Whether Slack takes the same `client_msg_id` for the same message. */
  readonly honour?: boolean;
  /** Whether the bot has been given a history scope. */
  readonly history?: boolean;
}

export interface CrashResult {
  readonly sent: number;
  readonly acknowledged: number;
  /** Reviews that were acknowledged and never got both parent and reply. */
  readonly lost: readonly string[];
  /** Messages beyond the first of their kind for the same review. */
  readonly repeated: number;
}

/** People who ask at the same time, and the longest pause of each between two commands, in ms. */
const PEOPLE = 6;
const PAUSE_MS = 150;
/** A bot that is heard lives for at most this long, in ms. */
const LIFE_MS = 800;
/** What the bot said before it died is with us by then, in ms. */
const STRAGGLERS_MS = 100;
/** Postgres knows a process for dead after ten seconds, and each try waits a little longer, in ms. */
const PATIENCE_MS = 180_000;

/**
 * Kills the bot (`kill -9`) again and again at random moments while people send it commands; in the end it may
 * work off what is left.
 */
export async function crashLoop({
  kills,
  honour = false,
  history = false,
  ...place
}: CrashOptions): Promise<CrashResult> {
  const stub = await startStub({ honour, history });
  const options = { ...place, slackApiUrl: stub.slackApiUrl };
  const acknowledged: string[] = [];
  let sent = 0;

  for (let kill = 0; kill < kills; kill += 1) {
    const bot = await startBot(options);
    const over = new AbortController();
    const heard = Promise.withResolvers<void>();
    let isAlive = true;
    const person = async (): Promise<void> => {
      while (isAlive) {
        sent += 1;
        const asked = await ask({ mode: place.mode, bot, stub, givenUp: over.signal });
        if (!asked.acknowledged) continue;
        acknowledged.push(asked.id);
        heard.resolve();
        await delay(Math.random() * PAUSE_MS);
      }
    };
    const people = Array.from({ length: PEOPLE }, person);
    // Now and then before anybody was heard, mostly in the middle of the work.
    await Promise.race([heard.promise, delay(kill % 5 === 0 ? Math.random() * LIFE_MS : 5 * LIFE_MS)]);
    await delay(Math.random() * LIFE_MS);
    isAlive = false;
    await bot.end();
    await delay(STRAGGLERS_MS);
    over.abort();
    await Promise.all(people);
  }

  const bot = await startBot(options);
  let report = await stub.report();
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; ) {
    if (unanswered(acknowledged, report.posts).length === 0) break;
    await delay(200);
    report = await stub.report();
  }
  // A drained stop finishes what runs, so that a further repeat would be seen.
  await bot.end('SIGTERM');
  report = await stub.report();
  await stub.stop();
  const { posts } = report;
  return {
    sent,
    acknowledged: acknowledged.length,
    lost: unanswered(acknowledged, posts),
    repeated: posts.length - new Set(posts.map(partOf)).size,
  };
}

const partOf = ({ id, part }: Pick<Post, 'id' | 'part'>): string => `${id} ${part}`;

/** Reviews of which parent or reply is missing. */
export function unanswered(ids: readonly string[], posts: readonly Post[]): string[] {
  const parts = Map.groupBy(posts, ({ id }) => id);
  return ids.filter((id) => new Set(parts.get(id)?.map(({ part }) => part)).size < 2);
}
