import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rulesEngine } from '../../src/adapters/engines/rules-engine.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { DEFAULT_SETTINGS } from '../../src/reviews/channel-settings.ts';
import type { ReviewKey } from '../../src/reviews/ports.ts';
import type { Act, SlackDriver } from '../../src/sandbox/slack-driver.ts';
import { editorCallbacks, homeActions, replyActions, settingsActions } from '../../src/slack/ids.ts';
import { literalText } from '../support/literal-text.ts';
import type { StoredMessage } from '../support/local-slack.ts';
import { replied } from '../support/replied.ts';
import { settingsForm } from '../support/settings-form.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

const DRAFT = 'We are sorry if anyone was affected. Our courier messed up.';
const OTHER = { id: 'T000000002', domain: 'southline' };

/** Somebody of another workspace, an admin there, with the ids of a review of ours on a button of theirs. */
let harness: Harness;
let stranger: SlackDriver;
let act: Act;
let id: string;
let reply: () => Promise<StoredMessage>;
beforeAll(async () => {
  harness = await startHarness({ engine: rulesEngine, rules: RULES });
  stranger = harness.driverOf(OTHER);
  harness.gate.answer('users.info', { ok: true, user: { id: 'U2', is_admin: true } });
});
afterAll(() => harness.close());
beforeEach(async () => {
  ({ id, reply } = await replied(harness, DRAFT));
  const dana = await harness.act();
  // The same person's id even: it is the workspace that counts.
  act = { ...dana, channel: { id: 'C0ELSEWHERE', name: 'elsewhere' } };
});

const own = (): ReviewKey => harness.review(id);
/** What is kept of the review and how it stands in Slack. */
const everything = async () => [
  await reply(),
  await harness.store.progress(own()),
  await harness.store.standing(own()),
  harness.store.record(id),
  harness.store.feedback(id),
];
/** The reply on a message of theirs: its buttons carry our ids. */
const forged = async () => ({ ...(await reply()), thread_ts: '9.8', ts: '9.9' });
const told = () => harness.responseUrls.shown(act.responseUrl).at(-1)?.text;

describe('with the id of a review from elsewhere, a button', () => {
  test.each([
    ['dismisses', replyActions.dismiss, ':conditional-apology'],
    ['undoes', `${replyActions.undo}:conditional-apology`, ':conditional-apology'],
  ])('%s nothing, and says that there is no such review', async (_, action_id, detail) => {
    const before = await everything();
    await stranger.pressInMessage({ action_id, value: id + detail }, await forged(), act);
    await expect.poll(told).toContain('I no longer keep this review');
    expect(await everything()).toEqual(before);
  });

  test('rates nothing', async () => {
    const before = await everything();
    const button = { action_id: replyActions.helpful, value: `${id}:helpful` };
    await stranger.pressInMessage(button, await forged(), act);
    await expect.poll(told).toContain('Thank you');
    expect(await everything()).toEqual(before);
  });

  test.each([
    ['in a message', false],
    ['that one person alone sees', true],
  ])('deletes nothing, not even for an admin, %s', async (_, isPrivate) => {
    const before = await everything();
    const deleted = harness.gate.calls('chat.delete').length;
    const button = { action_id: replyActions.delete, value: id };
    await stranger.pressInMessage(button, await forged(), act, isPrivate);
    // Of their own they may take away what they like; of ours neither parent nor reply is touched.
    const asked = () => harness.gate.calls('chat.delete').slice(deleted);
    if (isPrivate) await expect.poll(() => harness.responseUrls.shown(act.responseUrl)).toHaveLength(1);
    else await expect.poll(asked).toHaveLength(1);
    expect(asked().map(({ params }) => params.ts)).toEqual(isPrivate ? [] : ['9.9']);
    expect(await everything()).toEqual(before);
  });

  test('opens the form without a word of what became of the review', async () => {
    const opened = harness.gate.calls('views.open').length;
    const button = { action_id: replyActions.editAgain, value: id };
    await stranger.pressInMessage(button, { ...(await forged()), blocks: [] }, act);
    const { params } = await harness.gate.nextCall('views.open', opened);
    expect(JSON.parse(params.view.private_metadata)).toEqual({ channel_id: act.channel.id });
    expect(literalText(params.view.blocks)).not.toMatch(/of 100|courier/);
  });
});

describe('with forged private metadata, a form', () => {
  const edited = async () => {
    const { ts } = await reply();
    const metadata = { reply: { id, revision: 0, channel_id: harness.slack.channel('support').id, ts } };
    return {
      id: 'VFORGED',
      callback_id: editorCallbacks.editModal,
      private_metadata: JSON.stringify(metadata),
      values: { draft: { draft_input: { type: 'plain_text_input', value: 'Taken over.' } } },
    };
  };

  test('puts no other text in the place of the reply', async () => {
    const before = await everything();
    const updates = harness.gate.calls('chat.update').length;
    const answer = await (await stranger.submitView(await edited(), act)).text();
    expect(answer).toContain('I no longer keep this review');
    expect(answer).not.toMatch(/of 100/);
    expect(await everything()).toEqual(before);
    expect(harness.gate.calls('chat.update')).toHaveLength(updates);
  });

  test('does so for those whose review it is: the form is a real one', async () => {
    const answer = await harness.driver.submitView(await edited(), await harness.act());
    expect(await answer.text()).toBe('');
    expect(literalText((await reply()).blocks)).toContain('Taken over.');
  });

  test('neither changes nor resets nor shows the settings of a channel', async () => {
    const channelId = harness.slack.channel('orders').id;
    const place = { teamId: harness.slack.team.id, enterpriseId: undefined, channelId };
    await harness.settings.write(place, { ...DEFAULT_SETTINGS, escalationContact: 'Priya' }, 'U1', 0);
    const before = await harness.settings.history(place, 10);

    await stranger.submitView(settingsForm(channelId, 1, { escalationContact: 'Mallory' }), act);
    await stranger.submitView(settingsForm(channelId, 0, { escalationContact: 'Mallory' }), act);
    const view = { ...settingsForm(channelId, 1), hash: '0' };
    const updates = harness.gate.calls('views.update').length;
    await stranger.pressInView({ action_id: settingsActions.reset }, view, act);
    const { params } = await harness.gate.nextCall('views.update', updates);
    expect(JSON.stringify(params)).not.toContain('Priya');
    const opened = harness.gate.calls('views.open').length;
    await stranger.command('settings', { ...act, channel: { id: channelId, name: 'orders' } });
    const form = await harness.gate.nextCall('views.open', opened);
    expect(JSON.stringify(form.params)).not.toContain('Priya');

    expect(await harness.settings.history(place, 10)).toEqual(before);
  });
});

test('the Home tab of another workspace shows nothing of what the same person asked for here', async () => {
  const published = harness.gate.calls('views.publish').length;
  await stranger.event({ type: 'app_home_opened', user: act.user.id, tab: 'home', event_ts: '1.1' });
  const { params } = await harness.gate.nextCall('views.publish', published);
  expect(literalText(params.view.blocks)).not.toContain('of 100');
  expect(JSON.stringify(params.view)).toContain(homeActions.openForm);
});

describe('where the app is installed for a whole organisation', () => {
  const ORGANISATION = {
    enterprise: { id: 'E000000001', name: 'Northline Group' },
    is_enterprise_install: true,
  };

  test('a colleague who sits in another of its workspaces can act on a review', async () => {
    const trigger = await harness.act();
    await harness.driver.interact({
      ...ORGANISATION,
      type: 'message_action',
      callback_id: 'check_apology',
      message: { type: 'message', ts: '7.7', text: DRAFT, user: 'U9' },
      channel: trigger.channel,
      user: { id: 'U1', team_id: harness.slack.team.id },
      trigger_id: trigger.triggerId,
      response_url: trigger.responseUrl,
    });
    await harness.settled();
    const posted = harness.gate.calls('chat.postMessage').at(-1)?.params;
    const review = posted?.metadata.event_payload.review_id;
    expect(
      await harness.store.progress({ id: review, teamId: undefined, enterpriseId: 'E000000001' }),
    ).toMatchObject({
      done: true,
    });

    await stranger.interact({
      ...ORGANISATION,
      type: 'block_actions',
      actions: [
        { type: 'button', action_id: replyActions.helpful, value: `${review}:helpful`, block_id: 'b' },
      ],
      container: { type: 'message', channel_id: trigger.channel.id, message_ts: '8.8' },
      user: { id: 'U2', team_id: OTHER.id },
      trigger_id: '1.1',
    });
    await expect.poll(() => harness.store.feedback(review)).toBe('helpful');
  });
});
