import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { createMemoryStore } from '../../src/adapters/storage/memory-store.ts';
import { createAcceptReview } from '../../src/reviews/accept-review.ts';
import { createDeliverReview } from '../../src/reviews/deliver-review.ts';
import { createGiveUp } from '../../src/reviews/give-up.ts';
import { createSlackApp } from '../../src/slack/app.ts';
import { createMessenger } from '../../src/slack/messenger.ts';
import { createSocketReceiver, type SlackReceiver } from '../../src/slack/receivers.ts';
import { createTeamClients } from '../../src/slack/team-clients.ts';
import { literalText } from '../support/literal-text.ts';
import { BOT_TOKEN, type LocalSlack, startLocalSlack } from '../support/local-slack.ts';
import { noDigests } from '../support/no-digests.ts';
import { noEditor, noForgetting } from '../support/no-editor.ts';
import { NO_REPLIES } from '../support/reply-use-cases.ts';
import { BAD_DRAFT, reviewOf } from '../support/sample-review.ts';
import { SAMPLE_RULES } from '../support/sample-rules.ts';
import { createTestLogger } from '../support/test-logger.ts';
import { startWebApiGate, type WebApiGate } from '../support/web-api-gate.ts';

const APP_TOKEN = 'xapp-1-A000000001-1-of-this-test';
const clock = { now: () => new Date('2026-03-02T10:00:00Z') };
const store = createMemoryStore({ tries: 3, backOffMs: () => 5 });
const settings = createMemorySettings(clock);
const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
let slack: LocalSlack;
let gate: WebApiGate;
let bot: SlackReceiver;
let socket: WebSocket;

beforeAll(async () => {
  slack = await startLocalSlack();
  gate = await startWebApiGate(slack.url);
  const { port } = sockets.address() as AddressInfo;
  gate.answer('apps.connections.open', { ok: true, url: `ws://127.0.0.1:${port}/link` });
  const { logger } = createTestLogger();
  const slackApiUrl = gate.slackApiUrl;
  const clientFor = createTeamClients({ tokenFor: async () => BOT_TOKEN, slackApiUrl, logger });
  const conversation = createMessenger({ clientFor, logger, rules: SAMPLE_RULES });
  const engine = { name: 'rules', review: async (text: string) => reviewOf(text) };
  await store.start(
    createDeliverReview({ engine, store, settings, conversation, clock }),
    createGiveUp({ store, conversation, report: (_cause, ids) => logger.error('gave up', ids) }),
  );
  bot = createSocketReceiver({ appToken: APP_TOKEN, host: '127.0.0.1', port: 0, slackApiUrl, logger });
  const acceptReview = createAcceptReview({ store, settings, clock });
  await createSlackApp({
    receiver: bot.receiver,
    authorization: { token: BOT_TOKEN },
    editor: noEditor,
    forgetting: noForgetting,
    digests: noDigests,
    acceptReview,
    replies: NO_REPLIES,
    reviews: store,
    settings,
    slackApiUrl,
    logger,
  });
  const connected = once(sockets, 'connection');
  const started = bot.start();
  [socket] = (await connected) as [WebSocket];
  socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  await started;
});

afterAll(async () => {
  await bot.stop();
  await store.stop(1000);
  sockets.close();
  await Promise.all([gate.close(), slack.close()]);
});

/** Sends an envelope as Slack does, and resolves to the acknowledgement. */
async function deliver(envelopeId: string, triggerId: string): Promise<unknown> {
  const channel = slack.channel('support');
  const user = slack.user('dana');
  const acknowledged = once(socket, 'message');
  socket.send(
    JSON.stringify({
      envelope_id: envelopeId,
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: {
        command: '/apology-check',
        // Slack hands the text over with its three signs escaped.
        text: BAD_DRAFT.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        team_id: slack.team.id,
        team_domain: slack.team.domain,
        channel_id: channel.id,
        channel_name: channel.name,
        user_id: user.id,
        user_name: user.name,
        trigger_id: triggerId,
        response_url: 'http://127.0.0.1:1/never-used',
        api_app_id: slack.appId,
      },
    }),
  );
  const [data] = (await acknowledged) as [Buffer];
  return JSON.parse(data.toString());
}

test('over Socket Mode a command is acknowledged and answered in its thread, and a repeated envelope once only', async () => {
  expect(gate.calls('apps.connections.open')[0]?.token).toBe(APP_TOKEN);
  const triggerId = await slack.trigger();
  expect(await deliver('envelope-1', triggerId)).toMatchObject({ envelope_id: 'envelope-1' });
  expect(await deliver('envelope-2', triggerId)).toMatchObject({ envelope_id: 'envelope-2' });
  await store.idle();

  const channel = slack.channel('support').id;
  const messages = await slack.messages(channel);
  expect(messages).toHaveLength(1);
  const [parent, reply, ...more] = await slack.thread(channel, messages[0]?.ts ?? '');
  expect(literalText(parent?.blocks)).toContain(BAD_DRAFT);
  expect(reply?.text).toContain('Hold this one');
  expect(more).toEqual([]);
});
