import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { withLogIds } from '../../src/telemetry/log-context.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { startLoopbackServer } from '../support/loopback-server.ts';

const DRAFT = 'Dear Ms Okafor, we sent your parcel 88120 to the wrong address on Monday. I am sorry.';

function logged(level: Parameters<typeof createLogger>[0] = 'info') {
  const written: string[] = [];
  const logger = createLogger(level, { write: (line) => void written.push(line) });
  return { logger, written, lines: () => written.map((line) => JSON.parse(line)) };
}

test('a line is one JSON object with its time, level, message and details', () => {
  const { logger, written, lines } = logged();
  logger.warn('a request failed\n{"level":"error"}', { code: 'store_unavailable' });
  logger.info('done');
  expect(written.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(lines()).toEqual([
    {
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      message: 'a request failed\n{"level":"error"}',
      details: { code: 'store_unavailable' },
    },
    { level: 'info', time: expect.any(String), message: 'done' },
  ]);
});

test('nothing below the level is written, and the level can be changed', () => {
  const { logger, lines } = logged('error');
  logger.warn('one');
  logger.error('two');
  logger.setLevel('debug' as ReturnType<typeof logger.getLevel>);
  logger.debug('three');
  expect(lines().map(({ message }) => message)).toEqual(['two', 'three']);
  expect(logger.getLevel()).toBe('debug');
});

test('lines of a piece of work carry its ids, however deep they are written and whatever runs beside it', async () => {
  const { logger, lines } = logged();
  const work = async (name: string) => {
    await Promise.resolve();
    logger.info(name);
  };
  await Promise.all([
    withLogIds({ job: 'a', team: 'T1' }, () => work('first')),
    withLogIds({ request: 'c' }, () => withLogIds({ job: 'b' }, () => work('second'))),
  ]);
  logger.info('outside');
  expect(lines().map(({ time, level, ...rest }) => rest)).toEqual([
    { message: 'first', job: 'a', team: 'T1' },
    { message: 'second', job: 'b' },
    { message: 'outside' },
  ]);
});

describe('the second net', () => {
  test.each([
    ['a bot token', 'xoxb-2345-6789-AbCdEf', 'AbCdEf'],
    ['a rotated token', 'xoxe.xoxb-1-MSY3-xyzzy', 'xyzzy'],
    ['an app token', 'xapp-1-A0-1-0123abcd', '0123abcd'],
    ['an authorization', 'Bearer abcdefgh123', 'abcdefgh123'],
    ["Slack's way back to a person", 'https://hooks.slack.com/commands/T1/2/secretpart', 'secretpart'],
    ['the password of a database', 'postgres://bot:pass-word@db:5432/apology', 'pass-word'],
    ['a signing secret', '8f742231b10e8888abcd99000ccc85a5', '8f742231b10e8888'],
  ])('takes out %s, in a message, in details, in an error', (_, said, secret) => {
    const { logger, written } = logged();
    logger.error(`it said ${said} there`, { nested: [{ reason: `also ${said} there` }] });
    logger.error(new Error(said), said);
    expect(written.join('')).toMatch(/also .*\[removed\].* there.*it said .*\[removed\].* there/);
    expect(written.join('')).not.toContain(secret);
  });

  test('takes out what stands under the name of a secret or a text, and what is as long as one', () => {
    const { logger, written, lines } = logged();
    logger.error('a library said', {
      body: { text: DRAFT },
      payload: DRAFT,
      blocks: [{ text: { text: DRAFT } }],
      signing_secret: 'short',
      reason: DRAFT.repeat(4),
    });
    logger.error(DRAFT.repeat(4), new Error(DRAFT), { draft: DRAFT });
    expect(written.join('')).not.toMatch(/Okafor|88120|short/);
    expect(lines()[1]).toMatchObject({
      message: `[${DRAFT.length * 4} characters]`,
      details: [{ code: 'Error' }, { draft: `[${DRAFT.length} characters]` }],
    });
  });

  test("keeps ids, Slack's codes and the place of an error", () => {
    const { logger, lines } = logged();
    const details = {
      reviewId: '4f6f2a0e-0000-8000-8000-000000000001',
      code: 'slack_webapi_platform_error',
      message: 'An API error occurred: not_in_channel',
      at: `    at post (file:///app/src/slack/messenger.ts:1:2)\n${'    at x (file:///app/y.ts:1:2)\n'.repeat(12)}`,
      cause: { code: 'ECONNREFUSED' },
    };
    logger.error('a request failed', details);
    expect(lines()[0].details).toEqual(details);
  });
});

test("Slack's client writes through it, and neither token nor text", async () => {
  const { logger, written, lines } = logged();
  const gone = await startLoopbackServer(() => undefined);
  await gone.close();
  const client = new WebClient('xoxb-secret-token', {
    slackApiUrl: `${gone.url}/api/`,
    logger,
    retryConfig: { retries: 0 },
  });
  await client.chat.postMessage({ channel: 'C1', text: DRAFT }).catch(() => undefined);
  expect(lines()).not.toEqual([]);
  expect(written.join('')).not.toMatch(/secret-token|Okafor/);
});
