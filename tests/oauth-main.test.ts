import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSlackDriver } from '../src/sandbox/slack-driver.ts';
import { approve, comeBack, openInstallPage } from './support/installer.ts';
import { CLIENT_SECRET, type LocalSlack, startLocalSlack } from './support/local-slack.ts';
import { BAD_DRAFT } from './support/sample-review.ts';
import { runMain, startMain } from './support/start-main.ts';

const [OLD_KEY, NEW_KEY] = ['a1'.repeat(32), 'b2'.repeat(32)];

let slack: LocalSlack;
let dataDir: string;
let env: Record<string, string>;
beforeAll(async () => {
  slack = await startLocalSlack();
  dataDir = await mkdtemp(join(tmpdir(), 'apology-oauth-'));
  env = {
    SLACK_CLIENT_ID: '1.1',
    SLACK_CLIENT_SECRET: CLIENT_SECRET,
    SLACK_STATE_SECRET: 'a-state-secret-of-this-test',
    SLACK_SIGNING_SECRET: 'a-secret-of-this-test',
    SLACK_API_URL: `${slack.url}/api/`,
    ENCRYPTION_KEY: OLD_KEY,
    DATA_DIR: dataDir,
    PORT: '0',
  };
});
afterAll(async () => {
  await slack.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function ask(botUrl: string): Promise<void> {
  const driver = createSlackDriver({
    eventsUrl: `${botUrl}/slack/events`,
    signingSecret: env.SLACK_SIGNING_SECRET ?? '',
    ...{ team: slack.team, appId: slack.appId },
  });
  const channel = slack.channel('support');
  const before = (await slack.messages(channel.id)).length;
  const triggerId = await slack.trigger();
  const act = { user: slack.user('dana'), channel, triggerId, responseUrl: 'http://127.0.0.1:9/' };
  expect((await driver.command(BAD_DRAFT, act)).status).toBe(200);
  await expect
    .poll(async () => (await slack.messages(channel.id)).length, { timeout: 10_000 })
    .toBe(before + 1);
}

test('installed over the pages of Slack it serves the workspace, after a restart and with a new key as well', async () => {
  const first = await startMain(env);
  const page = await openInstallPage(first.url);
  expect((await comeBack(await approve(slack, page, first.url), page.cookie)).status).toBe(200);
  await ask(first.url);
  expect(await first.stop()).toBe(0);

  const second = await startMain({ ...env, ENCRYPTION_KEY: NEW_KEY, ENCRYPTION_KEY_PREVIOUS: OLD_KEY });
  await ask(second.url);
  expect(await second.stop()).toBe(0);

  const third = await startMain({ ...env, ENCRYPTION_KEY: NEW_KEY });
  await ask(third.url);
  expect(await third.stop()).toBe(0);

  const refused = await runMain(env);
  expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('ENCRYPTION_KEY_PREVIOUS')]);
  expect(refused.output.trim().split('\n')).toHaveLength(1);

  const said = [first, second, third].map(({ output }) => output()).join('') + refused.output;
  expect(said).not.toMatch(/xoxb-|a-secret|state-secret|a1a1|b2b2/);
  for (const file of await readdir(dataDir)) {
    expect(await readFile(join(dataDir, file), 'latin1')).not.toContain('xoxb-');
  }
});
