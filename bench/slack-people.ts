import { setTimeout as delay } from 'node:timers/promises';
import { reviewId } from '../src/reviews/review-id.ts';
import { createSlackDriver } from '../src/sandbox/slack-driver.ts';
import { escapeText } from '../src/slack/views/escape.ts';
import { SIGNING_SECRET, startWebApi } from './processes.ts';
import { nowMs, quantile } from './statistics.ts';

/** The bot's own limits hold: so many commands of a person and of a workspace it takes within ten minutes. */
const COMMANDS_OF_PERSON = 20;
const COMMANDS_OF_WORKSPACE = 500;
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
  async function ask(url: string): Promise<{ ackMs: number; replyMs: number | undefined }> {
    const triggerId = `trigger-${++count}`;
    const teamId = `T0BENCH${Math.floor(count / COMMANDS_OF_WORKSPACE)}`;
    const userId = `U0BENCH${Math.floor(count / COMMANDS_OF_PERSON)}`;
    const id = reviewId({ teamId }, triggerId);
    const driver = driverOf(url, teamId);
    const replied = new Promise<number>((resolve) => waiting.set(id, resolve));
    const over = new AbortController();
    const from = nowMs();
    const answer = await driver.command(escapeText(drafts[count % drafts.length] ?? ''), {
      user: { id: userId, name: 'bench' },
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
      const seen: Awaited<ReturnType<typeof ask>>[] = [];
      const from = nowMs();
      let left = total;
      const person = async (_: unknown, index: number): Promise<void> => {
        const url = urls[index % urls.length] as string;
        while (left-- > 0) seen.push(await ask(url));
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

const driverOf = (url: string, teamId: string) =>
  createSlackDriver({
    eventsUrl: `${url}/slack/events`,
    signingSecret: SIGNING_SECRET,
    team: { id: teamId, domain: 'bench' },
    appId: 'A0',
  });
