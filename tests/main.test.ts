import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BOT_TOKEN, type LocalSlack, startLocalSlack } from './support/local-slack.ts';
import { startLoopbackServer } from './support/loopback-server.ts';
import { runMain, startMain } from './support/start-main.ts';

let slack: LocalSlack;
let dataDir: string;
let real: Record<string, string>;
beforeAll(async () => {
  slack = await startLocalSlack();
  dataDir = await mkdtemp(join(tmpdir(), 'apology-main-'));
  real = {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: 'a-secret-of-this-test',
    SLACK_API_URL: `${slack.url}/api/`,
    DATA_DIR: dataDir,
    PORT: '0',
  };
});
afterAll(async () => {
  await slack.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('partial and bad credentials end it with one message that names every problem and no secret', async () => {
  const { code, output } = await runMain({
    SLACK_APP_TOKEN: 'swapped-secret-1',
    PORT: 'secret-2',
    LOG_LEVEL: 'secret-3',
    DATABASE_URL: 'mysql://user:secret-4@db/',
  });
  expect(code).toBe(1);
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'PORT', 'LOG_LEVEL', 'DATABASE_URL']) {
    expect(output.match(new RegExp(`^ +${name} `, 'gm'))).toHaveLength(1);
  }
  expect(output).not.toContain('secret-');
  expect(output).not.toMatch(/\n\s+at /);
});

test('with credentials it takes requests, tells its health, and ends well on SIGTERM and SIGINT', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const main = await startMain(real);
    const statuses = await Promise.all(
      ['/healthz', '/readyz', '/slack/events'].map(async (path) => (await fetch(main.url + path)).status),
    );
    expect(statuses).toEqual([200, 200, 404]);
    const unsigned = await fetch(`${main.url}/slack/events`, { method: 'POST', body: 'payload=1' });
    expect(unsigned.status).toBe(401);
    expect(await main.stop(signal)).toBe(0);
    expect(main.output()).not.toContain('a-secret-of-this-test');
  }
});

test('a second signal ends it at once, whatever it still waits for', async () => {
  const main = await startMain(real);
  // Somebody who never finishes a request keeps the server from closing.
  const socket = connect(Number(new URL(main.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 9\r\n\r\n');
  await fetch(`${main.url}/healthz`);
  const ended = main.stop();
  // Both signals of one Ctrl-C count as one.
  main.stop();
  await new Promise((resolve) => setTimeout(resolve, 500));
  main.stop();
  expect(await ended).toBe(143);
  socket.destroy();
});

test.each([
  ['the bot', () => real],
  ['the sandbox', () => ({})],
])('%s says so when its port is in use', async (_, variables) => {
  const taken = await startLoopbackServer(() => undefined);
  const { port } = new URL(taken.url);
  const { code, output } = await runMain({ ...variables(), PORT: port });
  await taken.close();
  expect([code, output]).toEqual([1, expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`)]);
  expect(output.trim().split('\n')).toHaveLength(1);
});

test('the sandbox is not opened to other machines', async () => {
  const { code, output } = await runMain({ HOST: '0.0.0.0', PORT: '0' });
  expect([code, output]).toEqual([1, expect.stringContaining('for this machine alone')]);
});

test('a Slack that does not answer is said in words', async () => {
  const gone = await startLoopbackServer(() => undefined);
  await gone.close();
  const { code, output } = await runMain({ ...real, SLACK_API_URL: `${gone.url}/api/` });
  expect([code, output]).toEqual([1, expect.stringContaining('Slack does not answer')]);
});

test('a token that Slack refuses is said in words', async () => {
  const refusing = await startLoopbackServer((_request, _body, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: false, error: 'invalid_auth' }));
  });
  const { code, output } = await runMain({ ...real, SLACK_API_URL: `${refusing.url}/api/` });
  await refusing.close();
  expect([code, output]).toEqual([1, expect.stringContaining('Slack refused')]);
  expect(output).not.toContain(BOT_TOKEN);
});
