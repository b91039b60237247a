import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { createMemoryStore } from '../../src/adapters/storage/memory-store.ts';
import { createAcceptReview } from '../../src/reviews/accept-review.ts';
import { createDeliverReview } from '../../src/reviews/deliver-review.ts';
import { createGiveUp } from '../../src/reviews/give-up.ts';
import type { ReviewStore } from '../../src/reviews/ports.ts';
import { commandPayload } from '../../src/sandbox/command-payload.ts';
import { createSlackApp } from '../../src/slack/app.ts';
import { createMessenger } from '../../src/slack/messenger.ts';
import { createSocketReceiver, type SlackReceiver } from '../../src/slack/receivers.ts';
import { createTeamClients } from '../../src/slack/team-clients.ts';
import { escapeText } from '../../src/slack/views/escape.ts';
import { literalText } from '../support/literal-text.ts';
import { BOT_TOKEN, type LocalSlack, startLocalSlack } from '../support/local-slack.ts';
import { noDigests } from '../support/no-digests.ts';
import { noEditor, noForgetting } from '../support/no-editor.ts';
import { NO_REPLIES } from '../support/reply-use-cases.ts';
import { type ResponseUrls, startResponseUrls } from '../support/response-urls.ts';
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
let responseUrls: ResponseUrls;
/** What an acceptance waits for before it begins. */
let held = Promise.resolve();

beforeAll(async () => {
  slack = await startLocalSlack();
  responseUrls = await startResponseUrls();
  gate = await startWebApiGate(slack.url);
  const { port } = sockets.address() as AddressInfo;
  gate.answer('apps.connections.open', { ok: true, url: `ws://127.0.0.1:${port}/link` });
  const { logger } = createTestLogger();
  const slackApiUrl = gate.slackApiUrl;
  const clientFor = createTeamClients({ tokenFor: async () => BOT_TOKEN, slackApiUrl, logger });
  const conversation = createMessenger({ clientFor, logger, clock, rules: SAMPLE_RULES });
  const engine = { name: 'rules', review: async (text: string) => reviewOf(text) };
  await store.start(
    createDeliverReview({ engine, store, settings, conversation, clock }),
    createGiveUp({ store, conversation, report: (_cause, ids) => logger.error('gave up', ids) }),
  );
  bot = createSocketReceiver({ appToken: APP_TOKEN, host: '127.0.0.1', port: 0, slackApiUrl, logger });
  const accept: ReviewStore['accept'] = async (request) => {
    await held;
    return store.accept(request);
  };
  const acceptReview = createAcceptReview({ store: { accept }, settings, clock });
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
  const connected = nextConnection();
  const started = bot.start();
  await connected;
  await started;
});

afterAll(async () => {
  await bot.stop();
  await store.stop(1000);
  sockets.close();
  await Promise.all([gate.close(), responseUrls.close(), slack.close()]);
});

/** The bot opens a connection, and Slack says hello on it. */
async function nextConnection(): Promise<void> {
  [socket] = (await once(sockets, 'connection')) as [WebSocket];
  socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
}

/** Sends an envelope with a command as Slack does. */
function send(envelopeId: string, triggerId: string, responseUrl = 'http://127.0.0.1:1/never-used'): void {
  const act = { user: slack.user('dana'), channel: slack.channel('support'), triggerId, responseUrl };
  socket.send(
    JSON.stringify({
      envelope_id: envelopeId,
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: commandPayload(escapeText(BAD_DRAFT), act, slack),
    }),
  );
}

/** Sends one and resolves to the acknowledgement. */
async function deliver(envelopeId: string, triggerId: string): Promise<unknown> {
  const acknowledged = once(socket, 'message');
  send(envelopeId, triggerId);
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

test('a command that Slack hangs up on is answered all the same, once, and the next ones over a new connection', async () => {
  const channel = slack.channel('support').id;
  const before = (await slack.messages(channel)).length;
  const triggerId = await slack.trigger();
  const responseUrl = responseUrls.create();
  let letGo = (): void => undefined;
  held = new Promise((resolve) => {
    letGo = resolve;
  });
  send('envelope-3', triggerId, responseUrl);
  const closed = once(socket, 'close');
  const reconnected = nextConnection();
  socket.send(
    JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'wss-111' } }),
  );
  await closed;
  letGo();

  await reconnected;
  // Slack had no acknowledgement, so it may deliver the command once more.
  expect(await deliver('envelope-4', triggerId)).toMatchObject({ envelope_id: 'envelope-4' });
  expect(await deliver('envelope-5', await slack.trigger())).toMatchObject({ envelope_id: 'envelope-5' });
  await store.idle();
  const threads = (await slack.messages(channel)).slice(before);
  expect(threads).toHaveLength(2);
  for (const { ts } of threads) expect(await slack.thread(channel, ts)).toHaveLength(2);
  // Nobody was told to try again.
  expect(responseUrls.shown(responseUrl)).toEqual([]);
});

test('a connection that breaks without a word is opened anew, however often Slack refuses one', async () => {
  const opened = gate.calls('apps.connections.open').length;
  gate.refuse(
    'apps.connections.open',
    { status: 503 },
    { status: 429, headers: { 'retry-after': '1' } },
    { trouble: 'drop' },
  );
  const reconnected = nextConnection();
  socket.terminate();
  await reconnected;
  expect(gate.calls('apps.connections.open').length - opened).toBe(4);
  expect(await deliver('envelope-6', await slack.trigger())).toMatchObject({ envelope_id: 'envelope-6' });
  await store.idle();
});
