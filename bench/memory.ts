import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { drafts } from './drafts.ts';
import type { Measured, Table } from './measurement.ts';
import { startApp, startWebApi } from './processes.ts';
import { createSlackUsers } from './slack-users.ts';
import { median } from './statistics.ts';
import { digits } from './table.ts';

const APPS = ['bare', 'bot'] as const;
const AT_ONCE = 16;
/** How often memory is looked at while reviews go on. */
const SAMPLES = 20;
/** Until an app that has just started, or has nothing to do any more, has settled. */
const SETTLED_MS = 5000;

interface Seen {
  /** MB of resident memory before the first command, and after all of them. */
  readonly idle: number;
  readonly after: number;
  /** MB, with the number of commands until then. */
  readonly samples: readonly { readonly commands: number; readonly rss: number }[];
}

/** Resident memory of the bot beside the bare app, idle and over many commands. */
export async function measureMemory(quick: boolean): Promise<Measured> {
  const commands = quick ? 400 : 100_000;
  const [bare, bot] = [await watch('bare', commands), await watch('bot', commands)];
  // Around half-way, and at the end: single values go up and down with what is not yet collected.
  const around = ({ samples }: Seen, from: number, to: number) =>
    median(samples.filter((one) => one.commands > from * commands && one.commands <= to * commands).map(({ rss }) => rss));
  return {
    goals: [
      { what: 'memory of the bot, idle, above the bare app', measured: bot.idle - bare.idle, unit: 'MB', needed: { atMost: 60 } },
      {
        what: `memory of the bot after ${commands} reviews, above the bare app after as many commands`,
        measured: bot.after - bare.after,
        unit: 'MB',
        needed: { atMost: 60 },
      },
      {
        what: `memory of the bot around ${commands} reviews, above itself around ${commands / 2}`,
        measured: around(bot, 0.75, 1) - around(bot, 0.375, 0.625),
        unit: 'MB',
        needed: { atMost: 5 },
      },
    ],
    tables: [tableOf(bare, bot)],
  };
}

async function watch(which: (typeof APPS)[number], commands: number): Promise<Seen> {
  const api = await startWebApi();
  const app = await startApp(which, api.slackApiUrl);
  const users = createSlackUsers(app.url, api, drafts());
  try {
    await sleep(SETTLED_MS);
    const idle = residentMb(app.pid);
    const samples: { commands: number; rss: number }[] = [];
    for (let sample = 1; sample <= SAMPLES; sample += 1) {
      await users.ask(AT_ONCE, commands / SAMPLES);
      samples.push({ commands: (sample * commands) / SAMPLES, rss: residentMb(app.pid) });
    }
    await sleep(SETTLED_MS);
    return { idle, after: residentMb(app.pid), samples };
  } finally {
    await app.stop();
    api.stop();
  }
}
