import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { drafts } from './drafts.ts';
import type { Measured, Table } from './measurement.ts';
import { startApp } from './processes.ts';
import { startPeople } from './slack-people.ts';
import { median } from './statistics.ts';
import { digits } from './table.ts';

const AT_ONCE = 16;
/** How often memory is looked at while reviews go on. */
const SAMPLES = 20;
/** Until an app that has just started, or has nothing to do any more, has settled. */
const SETTLED_MS = 5000;

interface Sample {
  /** How many there were until then. */
  readonly commands: number;
  /** MB of resident memory. */
  readonly rss: number;
}

interface Seen {
  /** MB of resident memory before the first command. */
  readonly idle: number;
  /** MB once all of them are answered. */
  readonly after: number;
  readonly samples: readonly Sample[];
}

/** Resident memory of the bot beside the bare app, idle and over many commands. */
export async function measureMemory(quick: boolean): Promise<Measured> {
  const commands = quick ? 400 : 100_000;
  const [bare, bot] = [await watch('bare', commands), await watch('bot', commands)];
  return {
    goals: [
      {
        what: 'memory of the bot, idle, above bare Bolt',
        measured: bot.idle - bare.idle,
        unit: 'MB',
        needed: { atMost: 60 },
      },
      {
        what: `memory of the bot after ${commands} reviews, above bare Bolt after as many commands`,
        measured: bot.after - bare.after,
        unit: 'MB',
        needed: { atMost: 60 },
      },
      {
        what: `memory of the bot, ${commands} reviews beside ${commands / 2}`,
        measured: around(bot, 0.875) / around(bot, 0.5),
        unit: '×',
        needed: { atMost: 1.05 },
      },
    ],
    tables: [tableOf(bare, bot)],
  };
}

async function watch(which: 'bare' | 'bot', commands: number): Promise<Seen> {
  const people = await startPeople(drafts());
  const app = await startApp({ which, slackApiUrl: people.slackApiUrl });
  try {
    await sleep(SETTLED_MS);
    const idle = residentMb(app.pid);
    const samples: Sample[] = [];
    for (let sample = 1; sample <= SAMPLES; sample += 1) {
      const { lost } = await people.load([app.url], AT_ONCE, commands / SAMPLES);
      if (lost > 0) throw new Error(`${lost} commands were never answered`);
      samples.push({ commands: (sample * commands) / SAMPLES, rss: residentMb(app.pid) });
    }
    await sleep(SETTLED_MS);
    return { idle, after: residentMb(app.pid), samples };
  } finally {
    await app.stop();
    people.stop();
  }
}

/** Around a share (0 to 1) of all commands: single values go up and down with what is not yet collected. */
function around({ samples }: Seen, share: number): number {
  const total = samples.at(-1)?.commands ?? 0;
  const near = samples.filter(({ commands }) => Math.abs(commands / total - share) <= 0.125);
  return median(near.map(({ rss }) => rss));
}

const residentMb = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;

const tableOf = (bare: Seen, bot: Seen): Table => ({
  title: `Resident memory in MB, ${AT_ONCE} commands at once`,
  head: ['commands', 'bare Bolt', 'the bot'],
  rows: [
    ['0, idle', digits(bare.idle), digits(bot.idle)],
    ...bot.samples
      .map(({ commands, rss }, i) => [
        String(commands),
        digits(bare.samples[i]?.rss ?? Number.NaN),
        digits(rss),
      ])
      .filter((_, i) => i % 2 === 1),
    ['all, idle again', digits(bare.after), digits(bot.after)],
  ],
});
