import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { SQLITE_FILE } from '../../src/adapters/storage/sqlite-database.ts';
import { ask } from './ask.ts';
import { unanswered } from './crash-loop.ts';
import { type Bot, startBot } from './start-bot.ts';
import { startStub } from './start-stub.ts';

// A Slack that takes two seconds for every message, and people who ask faster than that can be answered:
//   node scripts/crash/slow-slack.ts [seconds] [commands a second] [ms a message takes]
// Prints memory and queue over time, and at the end whether everybody was answered.

const [seconds = 300, perSecond = 50, delayMs = 2000] = process.argv.slice(2).map(Number);
/** How often a line is printed, in ms. */
const LOOK_MS = 5000;

const dataDir = await mkdtemp(join(tmpdir(), 'slow-'));
const stub = await startStub({ delayMs });
const bot = await startBot({ slackApiUrl: stub.slackApiUrl, mode: 'http', dataDir });
const database = new Sqlite(join(dataDir, SQLITE_FILE), { readonly: true });
const waiting = database.prepare('select count(*) from jobs').pluck();

const acknowledged: string[] = [];
const ackMs: number[] = [];
let refused = 0;
let open = 0;
const { signal } = new AbortController();
async function command(): Promise<void> {
  open += 1;
  const begun = performance.now();
  const asked = await ask({ mode: 'http', bot, stub, givenUp: signal });
  ackMs.push(performance.now() - begun);
  if (asked.acknowledged) acknowledged.push(asked.id);
  else refused += 1;
  open -= 1;
}

const say = (cells: readonly (string | number)[]): void =>
  void process.stdout.write(`| ${cells.join(' | ')} |\n`);
say([
  'second',
  'memory MB',
  'jobs that wait or run',
  'acknowledged',
  'refused',
  'ack p99 ms',
  'messages posted',
]);
say(Array.from({ length: 7 }, () => '---'));
const begun = Date.now();
async function look(): Promise<number> {
  const { posts } = await stub.report();
  const p99 = ackMs.splice(0).toSorted((a, b) => a - b);
  const slow = p99[Math.floor(p99.length * 0.99)]?.toFixed(0) ?? '';
  const depth = Number(waiting.get());
  const second = Math.round((Date.now() - begun) / 1000);
  say([second, memoryOf(bot), depth, acknowledged.length, refused, slow, posts.length]);
  return depth;
}

/** What the process holds in memory, in MB, where the system tells. */
function memoryOf({ pid }: Bot): string {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kilobytes) / 1024).toFixed(0);
}

let looked = Date.now();
for (let sent = 0; sent < seconds * perSecond; sent += 1) {
  void command();
  const due = begun + ((sent + 1) * 1000) / perSecond;
  if (due > Date.now()) await delay(due - Date.now());
  if (Date.now() - looked < LOOK_MS) continue;
  looked = Date.now();
  await look();
}
while (open > 0) await delay(100);
while ((await look()) > 0) await delay(LOOK_MS);

const { posts, mostInFlight } = await stub.report();
const left = unanswered(acknowledged, posts).length;
const kinds = new Set(posts.map(({ id, part }) => `${id} ${part}`)).size;
process.stdout.write(
  `\n${acknowledged.length} acknowledged, ${left} unanswered, ${posts.length - kinds} repeated, at most ${mostInFlight} messages under way at once\n`,
);
database.close();
await bot.end('SIGTERM');
await stub.stop();
await rm(dataDir, { recursive: true, force: true });
