import { reviewId } from '../src/reviews/review-id.ts';
import { createSlackDriver } from '../src/sandbox/slack-driver.ts';
import { escapeText } from '../src/slack/views/escape.ts';
import { SIGNING_SECRET, startApp, startWebApi } from './processes.ts';
import { median, nowMs, quantile } from './statistics.ts';
import { digits, printTable } from './table.ts';

const TEAM = { id: 'T0BENCH', domain: 'bench' };
const CONCURRENCIES = [1, 16] as const;
const APPS = ['bare', 'bot'] as const;

/** Times of one round, in ms. */
interface Round {
  readonly ackP50: number;
  readonly ackP99: number;
  readonly replyP50: number;
  readonly replyP99: number;
}

/**
 * So many people, each of whom sends a command, awaits the reply in the thread and sends the next one.
 * Prints what an acknowledgement and a reply take, for the bare app and for the bot.
 */
export async function measureSlack(
  drafts: readonly string[],
  rounds: number,
  commands: number,
): Promise<void> {
  const waiting = new Map<string, (at: number) => void>();
  const api = await startWebApi((id, at) => waiting.get(id)?.(at));
  const apps = await Promise.all(APPS.map((app) => startApp(app, api.slackApiUrl)));
  const drivers = apps.map(({ url }) =>
    createSlackDriver({
      eventsUrl: `${url}/slack/events`,
      signingSecret: SIGNING_SECRET,
      team: TEAM,
      appId: 'A0',
    }),
  );
  let count = 0;

  async function ask(driver: (typeof drivers)[number]): Promise<[ackMs: number, replyMs: number]> {
    const triggerId = `trigger-${++count}`;
    const id = reviewId({ teamId: TEAM.id }, triggerId);
    const replied = new Promise<number>((resolve) => waiting.set(id, resolve));
    const from = nowMs();
    const answer = await driver.command(escapeText(drafts[count % drafts.length] ?? ''), {
      user: { id: 'U0BENCH', name: 'bench' },
      channel: { id: 'C0BENCH', name: 'bench' },
      triggerId,
      responseUrl: 'http://127.0.0.1:9/unused',
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`a command was answered with ${answer.status}`);
    const acknowledged = nowMs();
    const at = await replied;
    waiting.delete(id);
    return [acknowledged - from, at - from];
  }

  async function load(driver: (typeof drivers)[number], concurrency: number, total: number): Promise<Round> {
    const acks: number[] = [];
    const replies: number[] = [];
    let left = total;
    const person = async (): Promise<void> => {
      while (left-- > 0) {
        const [ack, reply] = await ask(driver);
        acks.push(ack);
        replies.push(reply);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, person));
    return {
      ackP50: quantile(acks, 0.5),
      ackP99: quantile(acks, 0.99),
      replyP50: quantile(replies, 0.5),
      replyP99: quantile(replies, 0.99),
    };
  }

  const rows: string[][] = [];
  for (const driver of drivers) await load(driver, 16, commands);
  for (const concurrency of CONCURRENCIES) {
    const seen: Round[][] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      // Turn about, so that whatever else the machine does falls on both.
      for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const driver = drivers[index];
        if (driver) seen[index]?.push(await load(driver, concurrency, commands));
      }
    }
    rows.push(...rowsOf(concurrency, seen));
  }
  await Promise.all(apps.map((app) => app.stop()));
  api.stop();
  const head = ['app', 'at once', 'ack p50 ms', 'ack p99 ms', 'reply p50 ms', 'reply p99 ms'];
  printTable(`Slash command, medians of ${rounds} rounds of ${commands} commands`, head, rows);
}

const MEASURES = ['ackP50', 'ackP99', 'replyP50', 'replyP99'] as const;

function rowsOf(concurrency: number, [bare = [], bot = []]: readonly Round[][]): string[][] {
  const medians = (rounds: readonly Round[]) =>
    MEASURES.map((name) => digits(median(rounds.map((round) => round[name]))));
  const ratios = MEASURES.map((name) => {
    const each = bot.map((round, index) => round[name] / (bare[index]?.[name] ?? Number.NaN));
    return `${digits(median(each))}×`;
  });
  return [
    ['bare Bolt', String(concurrency), ...medians(bare)],
    ['the bot', String(concurrency), ...medians(bot)],
    ['ratio', String(concurrency), ...ratios],
  ];
}
