import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { reviewId } from '../src/reviews/review-id.ts';

// What Bolt costs by itself: acknowledges a command, then posts a parent and a reply. Nothing is stored,
// nothing is read, nothing is tried again.

const { SLACK_SIGNING_SECRET = '', SLACK_BOT_TOKEN = '', SLACK_API_URL = '' } = process.env;
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET });
const app = new App({ receiver, token: SLACK_BOT_TOKEN, clientOptions: { slackApiUrl: SLACK_API_URL } });

app.command('/apology-check', async ({ ack, command, client, context }) => {
  await ack();
  const channel = command.channel_id;
  const metadata = {
    event_type: 'bench',
    event_payload: { review_id: reviewId(context, command.trigger_id) },
  };
  const { ts } = await client.chat.postMessage({ channel, text: command.text, metadata });
  if (ts !== undefined)
    await client.chat.postMessage({ channel, thread_ts: ts, text: command.text, metadata });
});

const server = await receiver.start({ host: '127.0.0.1', port: 0 });
process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
