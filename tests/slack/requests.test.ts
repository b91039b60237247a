import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signRequest } from '../../src/sandbox/sign-request.ts';
import { callbacks } from '../../src/slack/ids.ts';
import { createHttpReceiver } from '../../src/slack/receivers.ts';
import { type Caught, signedAt, startCatching } from '../support/caught-requests.ts';
import { rawRequest } from '../support/raw-request.ts';
import { settingsForm } from '../support/settings-form.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

const DRAFT = 'We are sorry if anyone was affected by the frobnicated lamp.';

let harness: Harness;
let catching: Awaited<ReturnType<typeof startCatching>>;
let url: string;
beforeAll(async () => {
  harness = await startHarness();
  const { signingSecret, slack } = harness;
  catching = await startCatching({ signingSecret, team: slack.team, appId: slack.appId });
  url = `${harness.botUrl}/slack/events`;
});
afterAll(() => Promise.all([harness.close(), catching.close()]));

/** One request of each kind that Slack sends, as it is sent. */
const KINDS = {
  command: async () => {
    const act = await harness.act();
    return catching.catch((driver) => driver.command(DRAFT, act));
  },
  'message shortcut': async () => {
    const act = await harness.act();
    const message = { ts: '1.1', text: DRAFT, user: act.user.id };
    return catching.catch((driver) => driver.messageShortcut(callbacks.checkApology, message, act));
  },
  'global shortcut': async () => {
    const act = await harness.act();
    return catching.catch((driver) => driver.globalShortcut(callbacks.checkApologyGlobal, act));
  },
  form: async () => {
    const act = await harness.act('support', 'kim');
    return catching.catch((driver) => driver.submitView(settingsForm(act.channel.id, 0), act));
  },
  button: async () => {
    const act = await harness.act();
    const button = { type: 'button', action_id: 'rate_review', value: 'x:helpful', block_id: 'b' };
    return catching.catch((driver) => driver.pressInMessage(button, { ts: '1.1' }, act));
  },
  event: async () => {
    const { slack } = harness;
    const event = { type: 'app_home_opened', user: slack.user('kim').id, channel: 'D1', tab: 'home' };
    return catching.catch((driver) => driver.event({ ...event, event_ts: '1.1' }));
  },
  options: () =>
    catching.catch((driver) =>
      driver.interact({
        type: 'block_suggestion',
        action_id: 'x',
        block_id: 'y',
        value: 'z',
        user: { id: 'U1' },
      }),
    ),
} as const satisfies Readonly<Record<string, () => Promise<Caught>>>;

const signed = (timestamp: string, body: string, secret = harness.signingSecret) =>
  signedAt(timestamp, body, secret);

const secondsFromNow = (seconds: number): string => String(Math.floor(Date.now() / 1000) + seconds);

/** What somebody without the secret, or too late, could make of a request. */
const SPOILED = {
  'signed with another secret': ({ body }) => signed(secondsFromNow(0), body, 'some other secret'),
  'six minutes old': ({ body }) => signed(secondsFromNow(-360), body),
  'from six minutes ahead': ({ body }) => signed(secondsFromNow(360), body),
  'from the end of time': ({ body }) => signed('Infinity', body),
  'without a signature': ({ headers }) => ({
    'x-slack-request-timestamp': String(headers['x-slack-request-timestamp']),
  }),
  'without a time-stamp': ({ headers }) => ({ 'x-slack-signature': String(headers['x-slack-signature']) }),
  'with half a signature': (caught) => resigned(caught, (signature) => signature.slice(0, 35)),
  'with an empty signature': (caught) => resigned(caught, () => 'v0='),
  'with a signature of another version': (caught) =>
    resigned(caught, (signature) => signature.replace('v0', 'v1')),
  'with a signature one character short': (caught) => resigned(caught, (signature) => signature.slice(0, -1)),
  'with another time-stamp than was signed': ({ headers }) => ({
    ...headers,
    'x-slack-request-timestamp': secondsFromNow(-1),
  }),
  'said by a proxy to come from Slack': ({ headers }) => ({
    'x-slack-request-timestamp': String(headers['x-slack-request-timestamp']),
    'x-slack-signature': `v0=${'0'.repeat(64)}`,
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': 'slack.com',
    'x-forwarded-proto': 'https',
    forwarded: 'for=127.0.0.1;host=slack.com;proto=https',
    'x-real-ip': '127.0.0.1',
  }),
} as const satisfies Readonly<Record<string, (caught: Caught) => Record<string, string>>>;

const resigned = ({ headers }: Caught, change: (signature: string) => string): Record<string, string> => ({
  ...headers,
  'x-slack-signature': change(String(headers['x-slack-signature'])),
});

const send = (headers: Readonly<Record<string, string>>, body: string) =>
  fetch(url, { method: 'POST', headers, body });

describe.each(Object.entries(KINDS))('a request of the kind "%s"', (_, catchOne) => {
  test.each(Object.entries(SPOILED))('%s is turned away and does nothing', async (_how, spoil) => {
    const caught = await catchOne();
    const called = harness.gate.calls().length;
    const type = { 'content-type': String(caught.headers['content-type']) };
    const answer = await send({ ...type, ...spoil(caught) }, caught.body);
    expect([answer.status, await answer.text()]).toEqual([401, '']);
    const changed = await send(caught.headers, caught.body.replace('T000000001', 'T000000002'));
    expect(changed.status).toBe(401);
    await harness.settled();
    expect(harness.gate.calls()).toHaveLength(called);
  });
});

test('behind a proxy, whatever it says about the way here, a signed request is taken', async () => {
  const { headers, body } = await KINDS.command();
  const forwarded = { 'x-forwarded-for': '203.0.113.9, 10.0.0.1', 'x-forwarded-host': 'evil.example' };
  const answer = await send({ ...headers, ...forwarded, 'x-forwarded-proto': 'http' }, body);
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const asJson = { 'content-type': 'application/json' };

describe('a signed request that makes no sense', () => {
  test.each([
    ['JSON that is not', asJson, '{"frobnicated'],
    ['null', asJson, 'null'],
    ['a number', asJson, '4'],
    ['a form with a payload that is no JSON', asForm, 'payload=frobnicated'],
    ['a form with the payload null', asForm, 'payload=null'],
    [
      'a form under a longer name',
      { 'content-type': `${asForm['content-type']}; charset=utf-8` },
      'a=frobnicated',
    ],
    ['several parts', { 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\nfrobnicated'],
    ['nothing', asForm, ''],
  ])('%s: is told so, and nothing of it stands in the log', async (_, type, body) => {
    const answer = await send({ ...type, ...signed(secondsFromNow(0), body) }, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(harness.logLines.join('\n')).not.toContain('frobnicated');
    expect((await fetch(`${harness.botUrl}/healthz`)).status).toBe(200);
  });
});

describe('the size of a request', () => {
  test('as large as the longest message of Slack, in signs that take most room: is read', async () => {
    const act = await harness.act();
    const text = '一'.repeat(40_000);
    const ts = await harness.slack.say('A long one', act.channel.id);
    const message = {
      ...{ ts, text, user: act.user.id },
      blocks: [
        { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] },
      ],
    };
    const answer = await harness.driver.messageShortcut(callbacks.checkApology, message, act);
    expect(answer.status).toBe(200);
    await expect
      .poll(() => harness.responseUrls.shown(act.responseUrl)[0]?.text)
      .toContain('40000 characters');
  });

  test.each([
    ['over the limit', 'x'.repeat(1024 * 1024 + 1), true, 413],
    ['without a signature and longer than one has to be', `ssl_check=1&${'x'.repeat(1013)}`, false, 401],
  ])('%s: is not read', async (_, body, isSigned, status) => {
    const answer = await send({ ...asForm, ...(isSigned ? signed(secondsFromNow(0), body) : {}) }, body);
    expect(answer.status).toBe(status);
  });

  test('that is not said, and turns out too large: is not read to its end', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      // Signed by the looks of it, so that the body counts.
      const headers = { ...asForm, ...signed(secondsFromNow(0), ''), 'transfer-encoding': 'chunked' };
      const sent = httpRequest(url, { method: 'POST', headers }, ({ statusCode }) => {
        resolve(statusCode);
        sent.destroy();
      });
      sent.on('error', reject);
      for (let kilobytes = 0; kilobytes < 1025; kilobytes += 1) sent.write('x'.repeat(1024));
    });
    expect(status).toBe(413);
  });

  test('of the headers has a limit too', async () => {
    const [line] = (
      await rawRequest(harness.botUrl, `POST /slack/events HTTP/1.1\r\nhost: bot\r\n${flood(20_000)}\r\n`)
    ).split('\r\n');
    expect(line).toContain('431');
  });
});

const flood = (bytes: number): string =>
  Array.from({ length: bytes / 20 }, (_, index) => `x-${index}: 0123456789\r\n`).join('');

test.each([
  ['sends its headers slowly', 'POST /slack/events HTTP/1.1\r\nhost: bot\r\nx-a: '],
  [
    'sends its body slowly',
    'POST /slack/events HTTP/1.1\r\nhost: bot\r\ncontent-length: 100\r\n\r\npayload=',
  ],
  ['says nothing', ''],
])('whoever %s is not waited for', async (_, bytes) => {
  const limits = { headersTimeout: 100, requestTimeout: 100, connectionsCheckingInterval: 20 };
  const http = createHttpReceiver({ signingSecret: 'secret', host: '127.0.0.1', port: 0, limits });
  const answer = await rawRequest(`http://127.0.0.1:${await http.start()}`, bytes);
  expect(answer).toMatch(/^(?:HTTP\/1\.1 408 |$)/);
  await http.stop();
});

test.each([
  ['GET', '/slack/events', 404],
  ['POST', '/slack/events/', 404],
  ['POST', '/Slack/Events', 404],
  ['POST', '/slack%2Fevents', 404],
  ['POST', '/slack/install', 404],
  ['POST', '/', 404],
  ['GET', '/elsewhere?code=a-secret-code', 404],
  ['GET', '//', 400],
  ['POST', '//', 400],
  ['GET', '/%E0%A4%A', 404],
])('%s %s leads nowhere, and is not logged', async (method, path, status) => {
  const logged = harness.logLines.length;
  const answer = await rawRequest(
    harness.botUrl,
    `${method} ${path} HTTP/1.1\r\nhost: bot\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
  );
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(harness.logLines.slice(logged)).toEqual([]);
});

test('/healthz answers', async () => {
  expect((await fetch(`${harness.botUrl}/healthz`)).status).toBe(200);
});

test("Slack's ssl_check comes without a signature and carries nothing else in", async () => {
  const smuggled = new URLSearchParams({ ssl_check: '1', command: '/apology-check', text: DRAFT });
  const called = harness.gate.calls().length;
  const body = smuggled.toString();
  const answer = await send({ ...asForm, 'x-slack-signature': `v0=${'a'.repeat(64)}` }, body);
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  await harness.settled();
  expect(harness.gate.calls()).toHaveLength(called);
});

test('a refusal is logged with its reason, and no more', async () => {
  const logged = harness.logLines.length;
  const request = signRequest({ command: '/apology-check', text: DRAFT }, 'some other secret');
  expect((await fetch(url, request)).status).toBe(401);
  expect(harness.logLines.slice(logged)).toEqual(['"a request was refused" {"reason":"signature"}']);
});
