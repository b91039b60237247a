import { randomUUID } from 'node:crypto';
import { reviewId } from '../../src/reviews/review-id.ts';
import { commandPayload } from '../../src/sandbox/command-payload.ts';
import { createSlackDriver } from '../../src/sandbox/slack-driver.ts';
import { type Bot, SIGNING_SECRET } from './start-bot.ts';
import type { Stub } from './start-stub.ts';

export const TEAM = { id: 'T0CRASH', domain: 'crash' };
const APP = { team: TEAM, appId: 'A0CRASH' };
const DRAFT =
  "I'm sorry if the delay of your parcel caused you any trouble. Our courier left it off the van on Friday. A new one is on its way.";

export interface Asked {
  /** Of the review. */
  readonly id: string;
  readonly acknowledged: boolean;
}

interface Way {
  readonly mode: 'http' | 'socket';
  readonly bot: Bot;
  readonly stub: Stub;
  /** Over Socket Mode nobody says that the bot is dead. */
  readonly givenUp: AbortSignal;
}

/** Types a command into one of a few channels, over HTTP or Socket Mode. */
export async function ask({ mode, bot, stub, givenUp }: Way): Promise<Asked> {
  const triggerId = randomUUID();
  const id = reviewId({ teamId: TEAM.id }, triggerId);
  const act = {
    user: { id: 'U0CRASH', name: 'dana' },
    channel: { id: `C${triggerId.slice(0, 1)}`, name: 'support' },
    triggerId,
    responseUrl: `${stub.slackApiUrl}response-url`,
  };
  if (mode === 'socket')
    return { id, acknowledged: await stub.command(triggerId, commandPayload(DRAFT, act, APP), givenUp) };
  const driver = createSlackDriver({
    ...APP,
    eventsUrl: `${bot.url}/slack/events`,
    signingSecret: SIGNING_SECRET,
  });
  try {
    const answer = await driver.command(DRAFT, act);
    return { id, acknowledged: answer.status === 200 && (await answer.text()) === '' };
  } catch {
    // The bot died before it answered.
    return { id, acknowledged: false };
  }
}
