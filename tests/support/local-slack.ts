import { WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';

const TEAM = { id: 'T000000001', domain: 'northline' } as const;
const APP_ID = 'A0APOLOGY';
const BOT = { id: 'B0APOLOGY', userId: 'U0APOLOGY' } as const;
export const BOT_TOKEN = 'xoxb-local-bot';
export const CLIENT_SECRET = 'a-client-secret-of-this-test';
const ADMIN_TOKEN = 'xoxp-local-admin';

/** A message as the local Slack keeps it. */
export interface StoredMessage {
  readonly ts: string;
  readonly thread_ts?: string;
  readonly text: string;
  readonly user: string;
  // biome-ignore lint/suspicious/noExplicitAny: blocks of any kind
  readonly blocks?: readonly any[];
  readonly metadata?: { readonly event_type: string; readonly event_payload: Record<string, unknown> };
  readonly client_msg_id?: string;
  readonly parse?: string;
  readonly link_names?: boolean;
}

/** A workspace on this machine with two people (dana, kim), the channels #support and #orders, and the bot. */
export async function startLocalSlack() {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    hostname: '127.0.0.1',
    seed: {
      slack: {
        team: { name: 'Northline', domain: TEAM.domain },
        users: [{ name: 'dana' }, { name: 'kim' }],
        channels: [{ name: 'support' }, { name: 'orders' }, { name: 'backstage', is_private: true }],
        oauth_apps: [
          {
            app_id: APP_ID,
            client_id: '1.1',
            client_secret: CLIENT_SECRET,
            name: 'Apology review',
            redirect_uris: [],
            bot_id: BOT.id,
            bot_user_id: BOT.userId,
            bot_name: 'apology-review',
          },
        ],
        tokens: [
          { token: BOT_TOKEN, type: 'bot', user_id: BOT.userId, app_id: APP_ID, bot_id: BOT.id },
          { token: ADMIN_TOKEN, user: 'admin' },
        ],
      },
    },
  });
  const url = `http://127.0.0.1:${new URL(emulator.url).port}`;
  const admin = new WebClient(ADMIN_TOKEN, { slackApiUrl: `${url}/api/`, retryConfig: { retries: 0 } });
  const bot = new WebClient(BOT_TOKEN, { slackApiUrl: `${url}/api/`, retryConfig: { retries: 0 } });

  const { members = [] } = await admin.users.list({});
  const { channels = [] } = await admin.conversations.list({ types: 'public_channel,private_channel' });
  const user = (name: string) => ({ id: idOf(members, name), name });
  const channel = (name: string) => ({ id: idOf(channels, name), name });

  return {
    url,
    team: TEAM,
    appId: APP_ID,
    botUserId: BOT.userId,
    user,
    channel,
    close: () => emulator.close(),
    archive: (channelId: string) => admin.conversations.archive({ channel: channelId }),
    /** A trigger id that opens one form within three seconds. */
    async trigger(): Promise<string> {
      const { trigger_id } = (await bot.apiCall('views.generateTriggerId', { user_id: user('dana').id })) as {
        trigger_id?: string;
      };
      if (trigger_id === undefined) throw new Error('the local Slack gave no trigger id');
      return trigger_id;
    },
    /** A person posts; resolves to the message's ts. */
    async say(text: string, channelId: string, threadTs?: string): Promise<string> {
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      const { ts } = await admin.chat.postMessage({ channel: channelId, text, ...thread });
      if (ts === undefined) throw new Error('the local Slack kept no message');
      return ts;
    },
    /** The messages of a channel, oldest first, without the replies in threads. */
    async messages(channelId: string): Promise<StoredMessage[]> {
      const { messages = [] } = await admin.conversations.history({
        channel: channelId,
        limit: 200,
        include_all_metadata: true,
      });
      return (messages as StoredMessage[]).toSorted((a, b) => Number(a.ts) - Number(b.ts));
    },
    /** A thread, the message it hangs on first. */
    async thread(channelId: string, ts: string): Promise<StoredMessage[]> {
      const { messages = [] } = await admin.conversations.replies({ channel: channelId, ts, limit: 200 });
      return messages as StoredMessage[];
    },
  };
}

export type LocalSlack = Awaited<ReturnType<typeof startLocalSlack>>;

function idOf(items: readonly { id?: string; name?: string }[], name: string): string {
  const id = items.find((item) => item.name === name)?.id;
  if (id === undefined) throw new Error(`the local Slack knows no ${name}`);
  return id;
}
