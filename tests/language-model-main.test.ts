import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../src/adapters/open-store.ts';
import { createSlackDriver } from '../src/sandbox/slack-driver.ts';
import { BOT_TOKEN, type LocalSlack, startLocalSlack } from './support/local-slack.ts';
import { type ResponseUrls, startResponseUrls } from './support/response-urls.ts';
import { type Main, startMain } from './support/start-main.ts';
import { type StubModel, startStubModel } from './support/stub-model.ts';

const SIGNING_SECRET = 'a-secret-of-this-test';
const DRAFT =
  'Hi Sam, sorry about parcel 88120, it was our mistake. We answer every mail to sam@example.com, as you can see. I will call on Monday.';
const QUOTE = 'We answer every mail to EMAIL_1, as you can see';

let slack: LocalSlack;
let responseUrls: ResponseUrls;
let stub: StubModel;
let dataDir: string;
let main: Main;
beforeAll(async () => {
  slack = await startLocalSlack();
  responseUrls = await startResponseUrls();
  stub = await startStubModel(() => ({
    text: JSON.stringify({ findings: [{ rule: 'defensiveness', quotes: [QUOTE] }], rewrite: '' }),
  }));
  dataDir = await mkdtemp(join(tmpdir(), 'apology-language-model-'));
  const store = await openStore({
    ...{ databaseUrl: undefined, dataDir, hashKey: new Uint8Array(32) },
    onError: (error) => {
      throw error;
    },
  });
  await store.modelSwitches.set({ teamId: slack.team.id, enterpriseId: undefined }, true, 'U0001');
  await store.close();
  main = await startMain({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: `${slack.url}/api/`,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'debug',
    EVALUATOR: 'llm',
    LLM_PROVIDER: 'openai-compatible',
    LLM_MODEL: 'stub',
    LLM_BASE_URL: stub.baseUrl,
  });
});
afterAll(async () => {
  await main.stop('SIGKILL');
  await Promise.all([slack.close(), responseUrls.close(), stub.close()]);
  await rm(dataDir, { recursive: true, force: true });
});

test('a draft is read by the rules and the model of the configuration, and nothing of it is logged', async () => {
  const driver = createSlackDriver({
    eventsUrl: `${main.url}/slack/events`,
    signingSecret: SIGNING_SECRET,
    team: slack.team,
    appId: slack.appId,
  });
  const { id } = slack.channel('support');
  const [user, triggerId] = [slack.user('dana'), await slack.trigger()];
  const channel = slack.channel('support');
  await driver.command(DRAFT, { user, channel, triggerId, responseUrl: responseUrls.create() });
  const shown = async () => JSON.stringify((await slack.messages(id)).length > 0 ? await thread(id) : []);
  const name = `stub (${new URL(stub.baseUrl).host})`;
  await expect.poll(shown, { timeout: 20_000 }).toContain(`judged by rules and ${name}`);
  expect(await shown()).toContain('We answer every mail to sam@example.com, as you can see');
  expect(stub.heard).toHaveLength(1);
  expect(stub.heard[0]?.body).not.toMatch(/88120|sam@example/);

  await expect.poll(() => main.output()).toContain('a language model read a draft');
  expect(main.output()).not.toMatch(/parcel|sam@|answer every mail|88120/);
  const metrics = await (await fetch(`${main.url}/metrics`)).text();
  expect(metrics).toContain('apology_model_seconds_count{outcome="answered"} 1');
});

async function thread(channel: string) {
  const [parent] = await slack.messages(channel);
  return slack.thread(channel, parent?.ts ?? '');
}
