import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Act } from '../../src/sandbox/slack-driver.ts';
import { callbacks } from '../../src/slack/ids.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';
import type { Refusal } from '../support/web-api-gate.ts';

const DRAFT = 'We are sorry if anyone was affected.';

let harness: Harness;
let act: Act;
beforeAll(async () => {
  harness = await startHarness({ callTimeoutMs: 300 });
});
beforeEach(async () => {
  act = await harness.act('support');
});
afterAll(() => harness.close());

const callsIn = (channel: string) =>
  harness.gate.calls('chat.postMessage').filter(({ params }) => params.channel === channel).length;
const threads = async () => (await harness.slack.messages(act.channel.id)).length;
/** The thread that came last, without its parent. */
async function lastReplies() {
  const parent = (await harness.slack.messages(act.channel.id)).at(-1);
  return (await harness.slack.thread(act.channel.id, parent?.ts ?? '')).slice(1);
}

describe('a call that did not work is made once more, as a further try of the job,', () => {
  test.each<[string, Refusal]>([
    ['an error of Slack', { status: 500 }],
    ['an error of a gateway', { status: 503 }],
    ['an answer that is no JSON', { status: 200, trouble: 'stall' }],
    ['a connection that is cut', { trouble: 'drop' }],
    ['a connection on which nobody ever answers', { trouble: 'hang' }],
    ['too many calls, without a word how long to wait', { status: 429 }],
  ])('after %s', async (_, refusal) => {
    const before = await threads();
    const calls = callsIn(act.channel.id);
    harness.gate.refuse('chat.postMessage', refusal, 'pass', refusal);
    await harness.driver.command(DRAFT, act);
    await harness.settled();
    expect(callsIn(act.channel.id) - calls).toBe(4);
    expect(await threads()).toBe(before + 1);
    expect(await lastReplies()).toHaveLength(1);
  });

  const DONE_BEFORE: [string, Refusal][] = [
    ['a time-out', { trouble: 'hang', afterwards: true }],
    ['an error of a gateway', { status: 504, afterwards: true }],
  ];

  test.each(DONE_BEFORE)('and what Slack did before %s is found and not repeated', async (_, refusal) => {
    const before = await threads();
    harness.gate.refuse('chat.postMessage', refusal, refusal);
    await harness.driver.command(DRAFT, act);
    await harness.settled();
    expect(await threads()).toBe(before + 1);
    expect(await lastReplies()).toHaveLength(1);
  });

  test.each(DONE_BEFORE)('or, without a scope to look, is repeated once (%s)', async (_, refusal) => {
    const before = await threads();
    harness.gate.refuse('chat.postMessage', refusal);
    harness.gate.refuse('conversations.history', { error: 'missing_scope' });
    await harness.driver.command(DRAFT, act);
    await harness.settled();
    expect(await threads()).toBe(before + 2);
    expect(await lastReplies()).toHaveLength(1);
    const [first, second] = harness.gate.calls('chat.postMessage').slice(-3);
    expect(first?.params.client_msg_id).toBe(second?.params.client_msg_id);
  });
});

test('a token that is revoked between parent and reply ends in a private answer', async () => {
  const before = await threads();
  harness.gate.refuse('chat.postMessage', 'pass', { error: 'token_revoked' });
  await harness.driver.command(DRAFT, act);
  await harness.settled();
  expect(await threads()).toBe(before + 1);
  const [shown, ...more] = harness.responseUrls.shown(act.responseUrl);
  expect(more).toEqual([]);
  expect(shown?.text).toContain('no longer have access');
  expect(shown?.text).toContain('Hold this one');
});

describe('the private way', () => {
  test('that never answers is left for another', async () => {
    harness.gate.refuse('chat.postEphemeral', { status: 500 });
    harness.responseUrls.expire(act.responseUrl);
    const already = harness.gate.calls('chat.postEphemeral').length;
    await harness.driver.command(`private ${DRAFT}`, act);
    await harness.settled();
    expect(harness.gate.calls('chat.postEphemeral').length - already).toBe(2);
  });

  test('on which Slack wants to be left alone is waited for', async () => {
    harness.gate.refuse('chat.postEphemeral', { status: 429, headers: { 'retry-after': '1' } });
    harness.responseUrls.expire(act.responseUrl);
    const already = harness.gate.calls('chat.postEphemeral').length;
    await harness.driver.command(`private ${DRAFT}`, act);
    await harness.settled();
    expect(harness.gate.calls('chat.postEphemeral').length - already).toBe(2);
    expect(callsIn(act.user.id)).toBe(0);
  });
});

describe('a form that Slack does not open', () => {
  afterEach(() => expect(harness.responseUrls.shown(act.responseUrl)).toHaveLength(1));

  test.each<[string, Refusal]>([
    ['for want of an answer', { trouble: 'hang' }],
    ['for an error of its own', { status: 500 }],
    ['because it wants to be left alone', { status: 429, headers: { 'retry-after': '30' } }],
  ])('%s is told, once', async (_, refusal) => {
    harness.gate.refuse('views.open', refusal);
    await harness.driver.command('', act);
    await expect.poll(() => harness.responseUrls.shown(act.responseUrl)[0]?.text).toContain('try again');
  });
});

test('where Slack wants to hear no more, only that channel waits: its other jobs too, and no others', async () => {
  const elsewhere = await harness.act('orders');
  const [here, there] = [callsIn(act.channel.id), callsIn(elsewhere.channel.id)];
  harness.gate.refuse('chat.postMessage', { status: 429, headers: { 'retry-after': '30' } });
  await harness.driver.command(DRAFT, act);
  await expect.poll(() => callsIn(act.channel.id) - here).toBe(1);

  await harness.driver.command(DRAFT, await harness.act('support'));
  const ts = await harness.slack.say(DRAFT, act.channel.id);
  await harness.driver.messageShortcut(callbacks.checkApology, { ts, text: DRAFT }, await harness.act());
  await harness.driver.command(DRAFT, elsewhere);
  await expect.poll(() => callsIn(elsewhere.channel.id) - there).toBe(2);
  await expect.poll(() => harness.store.depth()).toBe(3);
  expect(callsIn(act.channel.id) - here).toBe(1);
});
