import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/reviews/channel-settings.ts';
import { StoreUnavailableError } from '../../src/reviews/errors.ts';
import { literalText } from '../support/literal-text.ts';
import { replied } from '../support/replied.ts';
import { BAD_DRAFT } from '../support/sample-review.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

/** What the person is answered, to them alone. */
async function forget(who: 'dana' | 'kim', words = 'forget me') {
  const answer = await harness.driver.command(words, await harness.act('support', who));
  expect(answer.status).toBe(200);
  return JSON.parse(await answer.text()) as { response_type: string; text: string; blocks: unknown };
}

test('"/apology-check forget me" deletes what is kept of a person and tells them alone', async () => {
  const { slack, store, settings } = harness;
  const place = { teamId: slack.team.id, enterpriseId: undefined, channelId: slack.channel('orders').id };
  await settings.write(place, { ...DEFAULT_SETTINGS, channel: 'chat' }, slack.user('dana').id, 0);
  const [first, second] = [await replied(harness, BAD_DRAFT), await replied(harness, `${BAD_DRAFT} Again.`)];
  await store.stop(1000);
  await harness.driver.command(`${BAD_DRAFT} This one waits.`, await harness.act());

  const answer = await forget('dana');
  expect(answer.response_type).toBe('ephemeral');
  for (const part of ['3 checks', '1 draft was still waiting', '1 change of settings', 'press Delete'])
    expect(answer.text).toContain(part);
  expect(literalText(answer.blocks)).toContain('3 checks');

  for (const { id } of [first, second]) expect(await store.progress(harness.review(id))).toBeUndefined();
  expect(await settings.read(place)).toMatchObject({
    settings: { channel: 'chat' },
    changed: { by: undefined },
  });
  const posted = harness.gate.calls('chat.postMessage').length;
  await harness.work();
  await harness.settled();
  expect(harness.gate.calls('chat.postMessage')).toHaveLength(posted);
  expect((await first.reply()).text).toContain('of 100');
  expect((await forget('dana')).text).toContain('nothing to delete');
});

test('leaves what others asked for', async () => {
  const { id } = await replied(harness, BAD_DRAFT);
  expect((await forget('kim')).text).toContain('nothing to delete');
  expect(await harness.store.progress(harness.review(id))).toBeDefined();
});

test('mistyped deletes nothing and says what was meant', async () => {
  const { id } = await replied(harness, BAD_DRAFT);
  for (const words of ['forget', 'forgot me']) {
    expect((await forget('dana', words)).text).toContain('Did you mean /apology-check forget me?');
  }
  expect(await harness.store.progress(harness.review(id))).toBeDefined();
});

test('settings that somebody made who is forgotten say so without a name', async () => {
  const { slack, settings, gate } = harness;
  const act = await harness.act('backstage', 'dana');
  const place = { teamId: slack.team.id, enterpriseId: undefined, channelId: act.channel.id };
  await settings.write(place, DEFAULT_SETTINGS, act.user.id, 0);
  await forget('dana');
  gate.answer('users.info', { ok: true, user: { id: 'U1', is_admin: true } });
  const opened = gate.calls('views.open').length;
  await harness.driver.command('settings', act);
  const { params } = await gate.nextCall('views.open', opened);
  expect(literalText(params.view.blocks)).toContain('Last changed by somebody');
  expect(JSON.stringify(params.view)).not.toContain(act.user.id);
});

test('that cannot be done now is said, and can be tried again', async () => {
  const failing = await startHarness({
    erasureWith: (erasure) => ({
      ...erasure,
      forgetPerson: () => Promise.reject(new StoreUnavailableError(new Error('disk full'))),
    }),
  });
  const answer = await failing.driver.command('forget me', await failing.act());
  expect(await answer.text()).toContain('try again in a minute');
  await failing.close();
});
