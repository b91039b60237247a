import { afterAll, beforeAll, expect, test } from 'vitest';
import { signRequest } from '../../src/sandbox/sign-request.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

test('a request signed with another secret is turned away', async () => {
  const request = signRequest(
    { command: '/apology-check', text: 'Sorry about the lamp.' },
    'some other secret',
  );
  const answer = await fetch(`${harness.botUrl}/slack/events`, request);
  expect(answer.status).toBe(401);
});

test('a request that claims to be ten minutes old is turned away', async () => {
  const act = await harness.act();
  const answer = await harness.driver.command('Sorry about the lamp.', act, new Date(Date.now() - 600_000));
  expect(answer.status).toBe(401);
  await harness.settled();
  expect(await harness.slack.messages(act.channel.id)).toEqual([]);
});

test('/healthz answers, and what nobody serves is not found', async () => {
  expect((await fetch(`${harness.botUrl}/healthz`)).status).toBe(200);
  expect((await fetch(`${harness.botUrl}/elsewhere`)).status).toBe(404);
});
