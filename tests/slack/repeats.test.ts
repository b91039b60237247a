import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rulesEngine } from '../../src/adapters/engines/rules-engine.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { callbacks, replyActions, settingsActions } from '../../src/slack/ids.ts';
import { openForm } from '../support/open-form.ts';
import { replied } from '../support/replied.ts';
import { settingsForm } from '../support/settings-form.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

// Slack repeats itself when an answer came late or got lost, and people click twice.

const DRAFT = "I'm sorry if the delay of parcel 88120 caused you any trouble. Our courier messed up.";

let harness: Harness;
const admins: string[] = [];
beforeAll(async () => {
  harness = await startHarness({ engine: rulesEngine, rules: RULES, settingsAdmins: admins });
  admins.push(harness.slack.user('dana').id);
});
afterAll(() => harness.close());

const posts = () => harness.gate.calls('chat.postMessage').length;

/** Both at once, and once more when everything is over. */
async function thrice(deliver: (driver: Harness['driver']) => Promise<Response>): Promise<number[]> {
  const answers = await Promise.all([deliver(harness.driver), deliver(harness.again)]);
  await harness.settled();
  answers.push(await deliver(harness.again));
  await harness.settled();
  return answers.map(({ status }) => status);
}

describe('delivered three times, answered once:', () => {
  test('a command', async () => {
    const act = await harness.act('orders');
    const before = posts();
    expect(await thrice((driver) => driver.command(DRAFT, act))).toEqual([200, 200, 200]);
    expect(posts() - before).toBe(2);
  });

  test('a private command', async () => {
    const act = await harness.act('orders');
    const before = posts();
    await thrice((driver) => driver.command(`private ${DRAFT}`, act));
    expect(harness.responseUrls.shown(act.responseUrl)).toHaveLength(1);
    expect(posts()).toBe(before);
  });

  test.each([callbacks.checkApology, callbacks.checkApologyPrivate])('the shortcut %s', async (callback) => {
    const act = await harness.act('orders');
    const ts = await harness.slack.say(DRAFT, act.channel.id);
    const before = posts();
    await thrice((driver) => driver.messageShortcut(callback, { ts, text: DRAFT }, act));
    const shown = harness.responseUrls.shown(act.responseUrl).length;
    expect(posts() - before + shown).toBe(1);
  });

  test('a mention', async () => {
    const { id: channel } = harness.slack.channel('support');
    const text = `<@${harness.slack.botUserId}> ${DRAFT}`;
    const ts = await harness.slack.say(text, channel);
    const user = harness.slack.user('dana').id;
    const event = { type: 'app_mention', user, text, ts, channel, event_ts: ts };
    const before = posts();
    await thrice((driver) => driver.event(event));
    await expect.poll(async () => (await harness.slack.thread(channel, ts)).length).toBe(2);
    await harness.settled();
    expect(posts() - before).toBe(1);
  });

  test('the form with a draft', async () => {
    const form = await openForm(harness, 'dana', (act) =>
      harness.driver.globalShortcut(callbacks.checkApologyGlobal, act),
    );
    form.type('Your draft', DRAFT);
    const act = await harness.act('orders');
    form.set('conversation', { selected_conversation: act.channel.id });
    const sent = form.sent();
    const before = posts();
    expect(await thrice((driver) => driver.submitView(sent, act))).toEqual([200, 200, 200]);
    expect(posts() - before).toBe(2);
  });

  test('"Use this" on an edited reply', async () => {
    const { id, reply } = await replied(harness, DRAFT);
    const message = await reply();
    const button = { action_id: replyActions.editAgain, value: id };
    const form = await openForm(harness, 'dana', (act) =>
      harness.driver.pressInMessage(button, { ...message }, act),
    );
    const sent = form.sent();
    const act = await harness.act();
    const updates = harness.gate.calls('chat.update').length;
    await thrice((driver) => driver.submitView(sent, act));
    expect(harness.gate.calls('chat.update').length - updates).toBe(1);
    expect(await harness.store.standing(harness.review(id))).toMatchObject({ revision: 1 });
  });

  test('the settings of a channel, and their reset', async () => {
    const act = await harness.act('backstage');
    const place = { teamId: harness.slack.team.id, enterpriseId: undefined, channelId: act.channel.id };
    const sent = settingsForm(act.channel.id, 0, { channel: 'chat' });
    await thrice((driver) => driver.submitView(sent, act));
    expect(await harness.settings.history(place, 9)).toHaveLength(1);

    const drawn = harness.gate.calls('views.update').length;
    const view = { ...settingsForm(act.channel.id, 1), hash: '1', blocks: [], type: 'modal' as const };
    await thrice((driver) => driver.pressInView({ action_id: settingsActions.reset }, view, act));
    await expect.poll(() => harness.gate.calls('views.update').length - drawn).toBe(3);
    expect(await harness.settings.history(place, 9)).toHaveLength(2);
    for (const { params } of harness.gate.calls('views.update').slice(drawn))
      expect(JSON.stringify(params.view)).toContain('is back to the defaults');
  });
});

describe('a button that is pressed twice', () => {
  /** Two clicks are two presses, each with its own way back. */
  async function twice(action_id: string, detail = '') {
    const { id, reply } = await replied(harness, DRAFT);
    const message = await reply();
    const button = { action_id, value: detail === '' ? id : `${id}:${detail}` };
    const acts = [await harness.act(), await harness.act()];
    const before = posts();
    for (const act of acts) await harness.driver.pressInMessage(button, { ...message }, act);
    return {
      id,
      reply,
      posted: () => posts() - before,
      told: () => acts.flatMap(({ responseUrl }) => harness.responseUrls.shown(responseUrl)),
    };
  }

  test('"Helpful" is thanked for once', async () => {
    const { posted, told } = await twice(replyActions.helpful, 'helpful');
    await expect.poll(() => told().length).toBe(1);
    // The second click is over when a third, with another word, is answered.
    const { told: other } = await twice(replyActions.notHelpful, 'not-helpful');
    await expect.poll(() => other().length).toBe(1);
    expect(told()).toHaveLength(1);
    expect(posted()).toBe(2);
  });

  test('"Not an issue here" marks it once and says nothing beside the reply', async () => {
    const updates = harness.gate.calls('chat.update').length;
    const { id, reply, posted, told } = await twice(replyActions.dismiss, 'conditional-apology');
    await expect.poll(() => harness.gate.calls('chat.update').length - updates).toBe(2);
    expect(await harness.store.setDismissed(harness.review(id), 'conditional-apology', true)).toEqual([
      'conditional-apology',
    ]);
    await expect
      .poll(async () => JSON.stringify((await reply()).blocks).match(/Marked as not an issue/g)?.length)
      .toBe(1);
    expect([posted(), told()]).toEqual([0, []]);
  });

  test('"Delete" takes it away once, and the second click is told that it is gone', async () => {
    harness.gate.answer('users.info', { ok: true, user: { id: 'U1', is_admin: false } });
    const deletes = harness.gate.calls('chat.delete').length;
    const { id, told } = await twice(replyActions.delete);
    await expect.poll(() => harness.store.progress(harness.review(id))).toBeUndefined();
    await expect.poll(() => harness.gate.calls('chat.delete').length - deletes).toBeGreaterThanOrEqual(2);
    for (const { text } of told()) expect(text).toContain('I no longer keep this review');
    const after = await harness.act();
    await harness.driver.pressInMessage({ action_id: replyActions.delete, value: id }, { ts: '1.1' }, after);
    await expect
      .poll(() => harness.responseUrls.shown(after.responseUrl)[0]?.text)
      .toMatch(/I no longer keep this review.*someone who looks after this workspace/);
    harness.gate.answer('users.info', undefined);
  });
});
