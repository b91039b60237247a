import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Act, createSlackDriver } from '../src/sandbox/slack-driver.ts';
import { callbacks } from '../src/slack/ids.ts';
import { signedAt } from './support/caught-requests.ts';
import { approve, comeBack, openInstallPage } from './support/installer.ts';
import { BOT_TOKEN, CLIENT_SECRET, type LocalSlack, startLocalSlack } from './support/local-slack.ts';
import { type LoopbackServer, startLoopbackServer } from './support/loopback-server.ts';
import { everythingIn, findPostgres, NO_POSTGRES, startPostgres } from './support/postgres.ts';
import { type ResponseUrls, startResponseUrls } from './support/response-urls.ts';
import { type Main, runMain, startMain } from './support/start-main.ts';
import { startWebApiGate, type WebApiGate } from './support/web-api-gate.ts';

const SIGNING_SECRET = 'f00dfeed5ec4e7f00dfeed5ec4e7aa11';
const APP_TOKEN = 'xapp-1-A000000001-1-frobnicated-app-token';
const STATE_SECRET = '57a7e-5ec4e7-of-a-noisy-run';
const KEYS = ['c0ffee'.repeat(11).slice(0, 64), 'decade'.repeat(11).slice(0, 64)] as const;
const PASSWORD = 'p0stgr35-5ec4e7';
const SECRETS = [SIGNING_SECRET, BOT_TOKEN, APP_TOKEN, CLIENT_SECRET, STATE_SECRET, ...KEYS, PASSWORD];

/** Stand in every draft, and nowhere else. */
const WORDS = /quokka|marzipan|zeppelin/i;
const DRAFT = 'We are sorry if the quokka ate your marzipan; the courier of the zeppelin messed up.';

let slack: LocalSlack;
let gate: WebApiGate;
let responseUrls: ResponseUrls;
let unruly: LoopbackServer;
let folder: string;
/** What Slack answers for a while; `undefined`: what the local one does. */
let mood: ((response: import('node:http').ServerResponse) => void) | undefined;
beforeAll(async () => {
  slack = await startLocalSlack();
  gate = await startWebApiGate(slack.url);
  responseUrls = await startResponseUrls();
  unruly = await startLoopbackServer(async (request, body, response) => {
    if (mood) return mood(response);
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const headers = { authorization, 'content-type': type };
    const answer = await fetch(`${gate.slackApiUrl}${(request.url ?? '').slice('/api/'.length)}`, {
      ...{ method: 'POST', headers, body },
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  folder = mkdtempSync(join(tmpdir(), 'apology-secrets-'));
});
afterAll(async () => {
  await Promise.all([unruly.close(), gate.close(), slack.close(), responseUrls.close()]);
  rmSync(folder, { recursive: true });
});

const slackApiUrl = () => `${unruly.url}/api/`;

/** Everything Slack may do to a bot that has work to do. */
const MOODS: readonly NonNullable<typeof mood>[] = [
  (response) => response.writeHead(500).end('zeppelin down'),
  (response) => response.writeHead(200).end('<html>marzipan</html>'),
  (response) => response.writeHead(429, { 'retry-after': '1' }).end(),
  (response) => void response.destroy(),
  ...['invalid_auth', 'token_revoked', 'fatal_error', 'invalid_blocks', 'a_refusal_of_tomorrow'].map(
    (error) => (response: import('node:http').ServerResponse) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: false, error })),
  ),
];

let acts = 0;
const act = (responseUrl = responseUrls.create()): Act => ({
  user: slack.user('dana'),
  channel: slack.channel('support'),
  triggerId: `trigger-${++acts}`,
  responseUrl,
});

/** Asks in every way, while Slack answers in every way, and sends what no Slack would. */
async function makeNoise(url: string): Promise<string> {
  const eventsUrl = `${url}/slack/events`;
  const driver = createSlackDriver({
    ...{ eventsUrl, signingSecret: SIGNING_SECRET, team: slack.team, appId: slack.appId },
  });
  const form = (draft: string) => ({
    ...{ id: `V${++acts}`, callback_id: callbacks.draftModal, private_metadata: '{}' },
    values: {
      draft: { draft_input: { value: draft } },
      conversation: { conversation_select: { selected_conversation: slack.channel('support').id } },
    },
  });
  for (const next of [undefined, ...MOODS]) {
    mood = next;
    const ts = `17000000${++acts}.0001`;
    const user = slack.user('dana').id;
    const event = { type: 'app_mention', user, ts, channel: slack.channel('support').id, event_ts: ts };
    await Promise.all([
      driver.command(DRAFT, act()),
      driver.command(`private ${DRAFT}`, act('http://127.0.0.1:9/quokka')),
      driver.command(`${DRAFT} `.repeat(200), act()),
      driver.command('', act()),
      driver.command('settings', act()),
      driver.messageShortcut(callbacks.checkApology, { ts, text: DRAFT, user }, act()),
      driver.submitView(form(DRAFT), act()),
      driver.submitView({ ...form(DRAFT), private_metadata: '{"marzipan' }, act()),
      driver.submitView({ ...form(DRAFT), callback_id: 'channel_settings' }, act()),
      driver.event({ ...event, text: `<@${slack.botUserId}> ${DRAFT}` }),
      driver.pressInMessage(
        { type: 'button', action_id: 'dismiss_finding', value: 'quokka:marzipan', block_id: 'b' },
        { ts, text: DRAFT },
        act(),
      ),
    ]);
  }
  mood = undefined;
  // No kind of payload that anybody knows: nobody answers it.
  await driver.interact({ type: 'marzipan', text: DRAFT, user: { id: slack.user('dana').id } });
  const answers: string[] = [];
  const timestamp = String(Math.floor(Date.now() / 1000));
  for (const body of [`payload=${DRAFT}`, `{"text":"${DRAFT}`, `text=${encodeURIComponent(DRAFT)}`, 'null']) {
    for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/quokka']) {
      for (const signature of [{}, signedAt(timestamp, body, SIGNING_SECRET)]) {
        const headers = { 'content-type': type, ...signature };
        answers.push(await (await fetch(eventsUrl, { method: 'POST', headers, body })).text());
      }
    }
  }
  for (const path of ['/healthz', '/readyz', '/metrics', '/quokka?code=marzipan', '/slack/install'])
    answers.push(await (await fetch(url + path)).text());
  return answers.join('\n');
}

const contentsOf = (path: string): string =>
  readdirSync(path)
    .map((name) => readFileSync(join(path, name), 'latin1'))
    .join('\n');

function holdsNoSecret(text: string): void {
  for (const secret of SECRETS) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
    expect(text).not.toContain(encodeURIComponent(secret));
  }
  expect(text).not.toMatch(/xox[a-z]-/);
}

const saidBy = async (main: Main): Promise<string> => {
  await main.stop();
  return main.output();
};

const base = () => ({
  SLACK_API_URL: slackApiUrl(),
  PORT: '0',
  LOG_LEVEL: 'debug',
  MAX_DRAFTS_PER_PERSON: '60',
});
const oneWorkspace = (dataDir: string) => ({
  ...base(),
  SLACK_BOT_TOKEN: BOT_TOKEN,
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  DATA_DIR: dataDir,
});

describe('of a noisy run no secret and no word of a draft is found in what the bot wrote', () => {
  test('over HTTP, with SQLite', async () => {
    const dataDir = join(folder, 'http');
    const main = await startMain(oneWorkspace(dataDir));
    const answered = await makeNoise(main.url);
    const said = await saidBy(main);
    expect(said).toContain('"level":"error"');
    holdsNoSecret(said + answered + contentsOf(dataDir));
    expect(said + answered).not.toMatch(WORDS);
  });

  const bin = findPostgres();
  test.skipIf(bin === undefined)(
    `many workspaces, with Postgres that dies${bin ? '' : ` (skipped: ${NO_POSTGRES})`}`,
    async () => {
      const postgres = await startPostgres(bin ?? '');
      const plain = await postgres.createDatabase();
      const databaseUrl = plain.replace('postgres@', `postgres:${PASSWORD}@`);
      const main = await startMain({
        ...base(),
        SLACK_CLIENT_ID: '1.1',
        SLACK_CLIENT_SECRET: CLIENT_SECRET,
        SLACK_STATE_SECRET: STATE_SECRET,
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        ENCRYPTION_KEY: KEYS[0],
        ENCRYPTION_KEY_PREVIOUS: KEYS[1],
        DATABASE_URL: databaseUrl,
      });
      const page = await openInstallPage(main.url);
      await comeBack(await approve(slack, page, main.url), page.cookie);
      await comeBack(new URL(`${main.url}/slack/oauth_redirect?code=quokka&state=marzipan`), '');
      const answered = await makeNoise(main.url);
      const kept = await everythingIn(plain);
      await postgres.crash();
      await fetch(`${main.url}/readyz`);
      const driver = createSlackDriver({
        ...{ eventsUrl: `${main.url}/slack/events`, signingSecret: SIGNING_SECRET },
        ...{ team: slack.team, appId: slack.appId },
      });
      await driver.command(DRAFT, act());
      const said = await saidBy(main);
      const again = await runMain({ ...base(), ...oneWorkspace(''), DATABASE_URL: databaseUrl });
      await postgres.remove();
      const installed = gate.given('oauth.v2.access') as readonly { access_token?: string }[];
      expect(installed[0]?.access_token).toBeDefined();
      for (const { access_token: token = 'none' } of installed)
        expect(said + answered + kept + again.output).not.toContain(token);
      expect([again.code, again.output]).toEqual([1, expect.stringContaining('DATABASE_URL')]);
      holdsNoSecret(said + answered + kept + again.output);
      expect(said + answered + again.output).not.toMatch(WORDS);
    },
  );

  test('in Socket Mode, while Slack refuses the token', async () => {
    const error = 'invalid_auth';
    const refusing = await startLoopbackServer((request, _body, response) => {
      const ok = request.url?.includes('auth.test')
        ? { ok: true, user_id: 'U1', bot_id: 'B1' }
        : { ok: false, error };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ok));
    });
    const dataDir = join(folder, error);
    const env = { SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: `${refusing.url}/api/` };
    const { code, output } = await runMain({ ...oneWorkspace(dataDir), ...env });
    await refusing.close();
    expect([code, output]).toEqual([1, expect.stringContaining('Slack refused')]);
    holdsNoSecret(output + contentsOf(dataDir));
  });

  test.each(['error', 'rejection'])(
    'with an %s that nobody caught, and all that hangs on it',
    async (kind) => {
      const dataDir = join(folder, kind);
      const thrown = `Object.assign(new Error(${JSON.stringify(`${DRAFT} ${BOT_TOKEN}`)}), { draft: ${JSON.stringify(DRAFT)}, token: process.env.SLACK_BOT_TOKEN, cause: new Error(${JSON.stringify(DRAFT)}) })`;
      const happens = kind === 'an error' ? `() => { throw ${thrown}; }` : `() => Promise.reject(${thrown})`;
      const trap = join(folder, `${kind}.mjs`);
      writeFileSync(trap, `process.on('SIGUSR2', ${happens});`);
      const main = await startMain({ ...oneWorkspace(dataDir), NODE_OPTIONS: `--import=${trap}` });
      expect(await main.stop('SIGUSR2')).toBe(1);
      const said = main.output();
      const last = JSON.parse(said.trim().split('\n').at(-1) ?? '');
      expect(last).toMatchObject({ level: 'error', message: expect.stringContaining('nobody caught') });
      holdsNoSecret(said);
      expect(said).not.toMatch(WORDS);
    },
  );
});
