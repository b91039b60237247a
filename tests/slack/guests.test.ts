import { afterAll, beforeAll, expect, test } from 'vitest';
import { BAD_DRAFT } from '../support/sample-review.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

// Kim is a guest, who is a member of this channel and sees nothing but it.
const GUEST = { ok: true, user: { id: 'U1', is_restricted: true, is_ultra_restricted: true } };

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

test.each([
  ['as Slack tells about them', GUEST],
  ['whom Slack does not show', { ok: false, error: 'user_not_visible' }],
])('a guest, %s, asks with the command and is answered in the thread as anybody', async (_, answer) => {
  harness.gate.answer('users.info', answer);
  const act = await harness.act('support', 'kim');
  const response = await harness.driver.command(BAD_DRAFT, act);
  expect([response.status, await response.text()]).toEqual([200, '']);
  await harness.settled();
  const parent = (await harness.slack.messages(act.channel.id)).at(-1);
  expect(parent?.text).toContain(`<@${act.user.id}>`);
  const [, reply] = await harness.slack.thread(act.channel.id, parent?.ts ?? '');
  expect(reply?.text).toContain('31 of 100');
  expect(harness.responseUrls.shown(act.responseUrl)).toEqual([]);
});

test('a guest asks for themselves alone and is answered alone', async () => {
  const act = await harness.act('support', 'kim');
  const posted = harness.gate.calls('chat.postMessage').length;
  await harness.driver.command(`private ${BAD_DRAFT}`, act);
  await harness.settled();
  expect(harness.responseUrls.shown(act.responseUrl)[0]?.text).toContain('31 of 100');
  expect(harness.gate.calls('chat.postMessage')).toHaveLength(posted);
});

test('a guest may take back what they asked for, as anybody may', async () => {
  harness.gate.answer('users.info', GUEST);
  const act = await harness.act('support', 'kim');
  await harness.driver.command(BAD_DRAFT, act);
  await harness.settled();
  const parent = (await harness.slack.messages(act.channel.id)).at(-1);
  const [, reply] = await harness.slack.thread(act.channel.id, parent?.ts ?? '');
  const button = reply?.blocks
    ?.flatMap(({ elements = [] }) => elements)
    .find(({ action_id }: { action_id?: string }) => action_id === 'delete_review');
  await harness.driver.pressInMessage(button, { ts: '0', ...reply }, await harness.act('support', 'kim'));
  await expect
    .poll(async () => (await harness.slack.messages(act.channel.id)).map(({ ts }) => ts))
    .not.toContain(parent?.ts);
});

test('the settings stay closed to a guest, who is told kindly whom to ask', async () => {
  harness.gate.answer('users.info', GUEST);
  const act = await harness.act('support', 'kim');
  await harness.driver.command('settings', act);
  await expect
    .poll(() => harness.responseUrls.shown(act.responseUrl)[0]?.text)
    .toContain('the admins and owners of this workspace');
  expect(harness.gate.calls('views.open')).toEqual([]);
});
