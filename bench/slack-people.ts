import { setTimeout as delay } from 'node:timers/promises';
import { reviewId } from '../src/reviews/review-id.ts';
import { createSlackDriver } from '../src/sandbox/slack-driver.ts';
import { escapeText } from '../src/slack/views/escape.ts';
import { SIGNING_SECRET, startWebApi } from './processes.ts';
import { nowMs, quantile } from './statistics.ts';

const TEAM = { id: 'T0BENCH', domain: 'bench' };
/** A reply that is not there after so long, in ms, is lost. */
const LOST_MS = 60_000;

/** One load: times in ms from a command to its acknowledgement, and to its reply in the thread. */
export interface Load {
  readonly ackP50: number;
  readonly ackP99: number;
  readonly replyP50: number;
  readonly replyP99: number;
  readonly acknowledged: number;
  /** Acknowledged, and never answered. */
  readonly lost: number;
  /** Commands answered a second, from the first command to the last reply. */
  readonly perSecond: number;
}

/** People in Slack, and the Slack they are in, whose Web API takes `delayMs` for every answer. */
export async function startPeople(drafts: readonly string[], delayMs = 0) {
  const waiting = new Map<string, (at: number) => void>();
  const { slackApiUrl, stop } = await startWebApi((id, at) => waiting.get(id)?.(at), delayMs);
  let count = 0;

  /** `replyMs` is undefined where the reply never came. */
  async function ask(driver: Driver): Promise<{ ackMs: number; replyMs: number | undefined }> {
    const triggerId = `trigger-${++count}`;
    const id = reviewId({ teamId: TEAM.id }, triggerId);
    const replied = new Promise<number>((resolve) => waiting.set(id, resolve));
    const over = new AbortController();
    const from = nowMs();
    const answer = await driver.command(escapeText(drafts[count % drafts.length] ?? ''), {
      user: { id: 'U0BENCH', name: 'bench' },
      channel: { id: 'C0BENCH', name: 'bench' },
      triggerId,
      responseUrl: 'http://127.0.0.1:9/unused',
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`a command was answered with ${answer.status}`);
    const ackMs = nowMs() - from;
    const tooLong = delay(LOST_MS, undefined, over).catch(() => undefined);
    const at = await Promise.race([replied, tooLong]);
    over.abort();
    waiting.delete(id);
    return { ackMs, replyMs: at === undefined ? undefined : at - from };
  }

  return {
    slackApiUrl,
    stop,
    /**
     * So many people, each of whom sends a command to one of the apps at `urls`, awaits the reply in the thread
     * and sends the next one, until there were `total` commands.
     */
    async load(urls: readonly string[], people: number, total: number): Promise<Load> {
      const drivers = urls.map(driverOf);
      const seen: Awaited<ReturnType<typeof ask>>[] = [];
      const from = nowMs();
      let left = total;
      const person = async (_: unknown, index: number): Promise<void> => {
        const driver = drivers[index % drivers.length] as Driver;
        while (left-- > 0) seen.push(await ask(driver));
      };
      await Promise.all(Array.from({ length: people }, person));
      const acks = seen.map(({ ackMs }) => ackMs);
      const replies = seen.flatMap(({ replyMs = [] }) => replyMs);
      return {
        ackP50: quantile(acks, 0.5),
        ackP99: quantile(acks, 0.99),
        replyP50: quantile(replies, 0.5),
        replyP99: quantile(replies, 0.99),
        acknowledged: acks.length,
        lost: acks.length - replies.length,
        perSecond: (replies.length * 1000) / (nowMs() - from),
      };
    },
  };
}

export type People = Awaited<ReturnType<typeof startPeople>>;

const driverOf = (url: string) =>
  createSlackDriver({
    eventsUrl: `${url}/slack/events`,
    signingSecret: SIGNING_SECRET,
    team: TEAM,
    appId: 'A0',
  });

type Driver = ReturnType<typeof driverOf>;
