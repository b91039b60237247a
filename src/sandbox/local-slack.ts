import { randomUUID } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import { z } from 'zod';
import { PEOPLE } from './seed-drafts.ts';

const TEAM = { id: 'T000000001', domain: 'lampwright' } as const;
const APP_ID = 'A0APOLOGY';
const BOT = { id: 'B0APOLOGY', userId: 'U0APOLOGY' } as const;
const CHANNEL = 'support';

const triggerAnswer = z.looseObject({ trigger_id: z.string() });

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
}

/** A message as the local Slack keeps it. */
export interface KeptMessage {
  readonly ts: string;
  readonly thread_ts?: string | undefined;
  readonly text?: string;
  readonly user?: string;
  readonly blocks?: readonly unknown[];
}

/** A workspace in this process, reachable over loopback only: five people, #support and the bot. */
export async function startLocalSlack() {
  // New with every start, so that no page of an earlier one can act here.
  const tokens = new Map<string, string>(PEOPLE.map(({ name }) => [name, `xoxp-${randomUUID()}`]));
  const botToken = `xoxb-${randomUUID()}`;
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    hostname: '127.0.0.1',
    seed: {
      slack: {
        team: { name: 'Lampwright', domain: TEAM.domain },
        // The first one is an admin, so that there is somebody to open the settings.
        users: PEOPLE.map(({ name, realName }, index) => ({
          ...{ name, real_name: realName, is_admin: index === 0 },
          profile: { display_name: realName },
        })),
        channels: [{ name: CHANNEL, topic: 'What our customers write to us, and what we answer' }],
        oauth_apps: [
          {
            app_id: APP_ID,
            client_id: '1.1',
            client_secret: randomUUID(),
            name: 'Apology review',
            redirect_uris: [],
            bot_id: BOT.id,
            bot_user_id: BOT.userId,
            bot_name: 'apology-review',
          },
        ],
        tokens: [
          { token: botToken, type: 'bot', user_id: BOT.userId, app_id: APP_ID, bot_id: BOT.id },
          ...[...tokens].map(([user, token]) => ({ token, user })),
        ],
      },
    },
  });
  const url = `http://127.0.0.1:${new URL(emulator.url).port}`;
  const clientWith = (token: string | undefined) =>
    new WebClient(token, { slackApiUrl: `${url}/api/`, retryConfig: { retries: 0 } });
  const bot = clientWith(botToken);
  const clients = new Map([...tokens].map(([name, token]) => [name, clientWith(token)]));
  const { members = [] } = await bot.users.list({});
  const { channels = [] } = await bot.conversations.list({});
  const channel = { id: idOf(channels, CHANNEL), name: CHANNEL };

  return {
    url,
    botToken,
    channel,
    team: TEAM,
    appId: APP_ID,
    botUserId: BOT.userId,
    people: PEOPLE.map(({ name, realName }): Person => ({ id: idOf(members, name), name, realName })),
    close: () => emulator.close(),
    /** Good for opening one form, within three seconds; `viewId` is the form that the person acts in. */
    async trigger(userId: string, viewId?: string): Promise<string> {
      const inForm = viewId === undefined ? {} : { view_id: viewId };
      const asked = { user_id: userId, ...inForm };
      return triggerAnswer.parse(await bot.apiCall('views.generateTriggerId', asked)).trigger_id;
    },
    /** Posts as a person; `text` is plain. Resolves to the message's ts. */
    async say(person: Person, text: string, threadTs?: string): Promise<string> {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      const posted = await clients.get(person.name)?.chat.postMessage({
        ...{ channel: channel.id, text: escaped, ...thread },
      });
      return posted?.ts ?? '';
    },
    /** Oldest first, at most a thousand, without the replies in threads. */
    async messages(): Promise<KeptMessage[]> {
      const { messages = [] } = await bot.conversations.history({ channel: channel.id, limit: 1000 });
      return (messages as KeptMessage[]).toReversed();
    },
    /** A thread, the message it hangs on first. */
    async thread(ts: string): Promise<KeptMessage[]> {
      const { messages = [] } = await bot.conversations.replies({ channel: channel.id, ts });
      return messages as KeptMessage[];
    },
  };
}

export type LocalSlack = Awaited<ReturnType<typeof startLocalSlack>>;

function idOf(items: readonly { id?: string; name?: string }[], name: string): string {
  const id = items.find((item) => item.name === name)?.id;
  if (id === undefined) throw new Error(`the local Slack knows no ${name}`);
  return id;
}
