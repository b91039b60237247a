import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { reviewId } from '../src/reviews/review-id.ts';
import { createSlackDriver } from '../src/sandbox/slack-driver.ts';
import { BOT_TOKEN, type LocalSlack, startLocalSlack } from './support/local-slack.ts';
import { type ResponseUrls, startResponseUrls } from './support/response-urls.ts';
import { type Main, startMain } from './support/start-main.ts';
import { startWebApiGate, type WebApiGate } from './support/web-api-gate.ts';

const SIGNING_SECRET = 'a-secret-of-this-test';
const DRAFT = 'Dear Ms Okafor, we are sorry if anyone was affected by what the courier did to parcel 88120.';

let slack: LocalSlack;
let gate: WebApiGate;
let responseUrls: ResponseUrls;
let dataDir: string;
beforeAll(async () => {
  slack = await startLocalSlack();
  gate = await startWebApiGate(slack.url);
  responseUrls = await startResponseUrls();
  dataDir = await mkdtemp(join(tmpdir(), 'apology-outside-'));
});
afterAll(async () => {
  await Promise.all([gate.close(), slack.close(), responseUrls.close()]);
  await rm(dataDir, { recursive: true, force: true });
});

const metricsOf = async ({ url }: Main) => (await fetch(`${url}/metrics`)).text();

test('who asks for the metrics sees what people had, by kind, band and code, and no id', async () => {
  const main = await startMain({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: gate.slackApiUrl,
    DATA_DIR: join(dataDir, 'http'),
    PORT: '0',
    LOG_LEVEL: 'debug',
  });
  const driver = createSlackDriver({
    eventsUrl: `${main.url}/slack/events`,
    signingSecret: SIGNING_SECRET,
    team: slack.team,
    appId: slack.appId,
  });
  const act = (triggerId: string) => ({
    user: slack.user('dana'),
    channel: slack.channel('support'),
    responseUrl: responseUrls.create(),
    triggerId,
  });
  gate.refuse('chat.postMessage', { error: 'internal_error' }, { error: 'not_in_channel' });
  await driver.command(DRAFT, act('trigger-1'));
  // The first try fails, the second is refused and shown privately.
  await vi.waitFor(() => expect(responseUrls.shown()).toHaveLength(1), { timeout: 20_000 });
  await driver.command(DRAFT, act('trigger-2'));
  await driver.command('help', act('trigger-3'));
  await driver.command('sorry '.repeat(2_001), act('trigger-4'));
  await vi.waitFor(async () => expect(await metricsOf(main)).toContain('band="hold",engine="rules"} 2'), {
    timeout: 20_000,
  });

  const metrics = await metricsOf(main);
  for (const line of [
    'apology_ack_seconds_count{kind="command",outcome="in-time"} 4',
    'apology_request_failures_total{code="draft_too_long"} 1',
    'apology_slack_errors_total{code="internal_error"} 1',
    'apology_slack_errors_total{code="not_in_channel"} 1',
    'apology_job_seconds_count{outcome="failed"} 1',
    'apology_job_seconds_count{outcome="done"} 2',
    'apology_queue_jobs 0',
    'apology_queue_oldest_seconds 0',
  ])
    expect(metrics.split('\n')).toContain(line);
  expect(metrics).toMatch(/^process_resident_memory_bytes \d/m);
  for (const id of [slack.team.id, slack.channel('support').id, slack.user('dana').id, 'trigger', 'Okafor'])
    expect(metrics).not.toContain(id);

  expect(await main.stop()).toBe(0);
  const lines = main
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  const review = reviewId({ teamId: slack.team.id }, 'trigger-1');
  const where = { team: slack.team.id, channel: slack.channel('support').id };
  expect(lines).toContainEqual(
    expect.objectContaining({ message: 'a review was accepted', request: review, review, ...where }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({
      message: 'a try of a job failed',
      level: 'warn',
      review,
      attempt: 1,
      ...where,
    }),
  );
  const delivered = { level: 'info', message: 'a review was delivered', time: expect.any(String) };
  expect(lines).toContainEqual({ ...delivered, review, attempt: 2, ...where });
  expect(main.output()).not.toMatch(/Okafor|88120/);
  for (const secret of [BOT_TOKEN, SIGNING_SECRET, ...responseUrls.urls()])
    expect(main.output()).not.toContain(secret);
});

test('in Socket Mode the same addresses answer', async () => {
  const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(sockets, 'listening');
  const { port } = sockets.address() as AddressInfo;
  gate.answer('apps.connections.open', { ok: true, url: `ws://127.0.0.1:${port}/link` });
  const connected = once(sockets, 'connection').then(([socket]) => {
    (socket as WebSocket).send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  });
  const main = await startMain({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: 'xapp-1-A000000001-1-of-this-test',
    SLACK_API_URL: gate.slackApiUrl,
    DATA_DIR: join(dataDir, 'socket'),
    PORT: '0',
  });
  await connected;
  const statuses = await Promise.all(
    ['/healthz', '/readyz', '/metrics', '/slack/events'].map(
      async (path) => (await fetch(main.url + path)).status,
    ),
  );
  expect(statuses).toEqual([200, 200, 200, 404]);
  expect(await metricsOf(main)).toContain('\napology_queue_jobs 0\n');
  expect(await main.stop()).toBe(0);
  sockets.close();
  gate.answer('apps.connections.open', undefined);
});
