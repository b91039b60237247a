import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSlackDriver } from '../src/sandbox/slack-driver.ts';
import { literalText } from './support/literal-text.ts';
import { BOT_TOKEN, type LocalSlack, startLocalSlack } from './support/local-slack.ts';
import { type Main, startMain } from './support/start-main.ts';
import { startWebApiGate, type WebApiGate } from './support/web-api-gate.ts';

const SIGNING_SECRET = 'a-secret-of-this-test';
const DRAFT = 'We are sorry if anyone was affected. Our courier messed up parcel 88120.';
const LATE = 'We are sorry that we lost your booking on Friday.';

let slack: LocalSlack;
let gate: WebApiGate;
let dataDir: string;
beforeAll(async () => {
  slack = await startLocalSlack();
  gate = await startWebApiGate(slack.url);
});
afterAll(() => Promise.all([gate.close(), slack.close()]));

async function startBot(): Promise<Main> {
  return startMain({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: gate.slackApiUrl,
    DATA_DIR: dataDir,
    PORT: '0',
  });
}

/** Somebody asks for a review; resolves to what Slack gets for an answer. */
async function ask({ url }: Main, draft: string, triggerId: string): Promise<[number, string]> {
  const eventsUrl = `${url}/slack/events`;
  const driver = createSlackDriver({
    ...{ eventsUrl, signingSecret: SIGNING_SECRET, team: slack.team, appId: slack.appId },
  });
  const answer = await driver.command(draft, {
    user: slack.user('dana'),
    channel: slack.channel('support'),
    responseUrl: 'http://127.0.0.1:1/never-used',
    triggerId,
  });
  return [answer.status, await answer.text()];
}

const SOON = { timeout: 20_000, interval: 50 };

const statusOf = async ({ url }: Main, path: string) => (await fetch(url + path)).status;

/** A bot with a job that waits for an answer of Slack's which never comes. */
async function botAtWork(triggerId: string): Promise<{ main: Main; slackAnswersAgain: () => void }> {
  dataDir = await mkdtemp(join(tmpdir(), 'apology-shutdown-'));
  const main = await startBot();
  const slackAnswersAgain = gate.swallow('chat.postMessage');
  const already = gate.calls('chat.postMessage').length;
  expect(await ask(main, DRAFT, triggerId)).toEqual([200, '']);
  await vi.waitFor(() => expect(gate.calls('chat.postMessage').length).toBeGreaterThan(already), SOON);
  return { main, slackAnswersAgain };
}

test('on SIGTERM it is red first, still takes what people ask, hands back what runs, and loses none of it', async () => {
  const { main, slackAnswersAgain } = await botAtWork('trigger-1');
  expect(await statusOf(main, '/readyz')).toBe(200);
  const ended = main.stop('SIGTERM');
  await vi.waitFor(async () => expect(await statusOf(main, '/readyz')).toBe(503), SOON);
  expect(await statusOf(main, '/healthz')).toBe(200);
  expect(await ask(main, LATE, 'trigger-2')).toEqual([200, '']);
  // After ten seconds it would have given up, with 1.
  expect(await ended).toBe(0);

  slackAnswersAgain();
  const next = await startBot();
  const channel = slack.channel('support').id;
  await vi.waitFor(async () => {
    const parents = await slack.messages(channel);
    const threads = await Promise.all(parents.map(({ ts }) => slack.thread(channel, ts)));
    expect(threads.map((thread) => thread.length)).toEqual([2, 2]);
    const texts = threads.map(([parent]) => literalText(parent?.blocks));
    for (const draft of [DRAFT, LATE]) expect(texts.some((text) => text.includes(draft))).toBe(true);
  }, SOON);
  expect(await next.stop()).toBe(0);
  await rm(dataDir, { recursive: true });
});

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('a second %s ends it at once, and the job is there at the next start', async (signal, code) => {
  const { main, slackAnswersAgain } = await botAtWork(`trigger-${signal}`);
  const ended = main.stop('SIGTERM');
  await vi.waitFor(async () => expect(await statusOf(main, '/readyz')).toBe(503), SOON);
  // Less would count as the same press of Ctrl-C.
  await delay(400);
  main.stop(signal);
  expect(await ended).toBe(code);

  slackAnswersAgain();
  const already = gate.calls('chat.postMessage').length;
  const next = await startBot();
  await vi.waitFor(() => expect(gate.calls('chat.postMessage').length).toBe(already + 2), SOON);
  expect(await next.stop()).toBe(0);
  await rm(dataDir, { recursive: true });
});
