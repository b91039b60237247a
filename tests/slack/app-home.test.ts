import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homeActions, settingsPick } from '../../src/slack/ids.ts';
import { homeView } from '../../src/slack/views/home-view.ts';
import { literalText } from '../support/literal-text.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
const settingsAdmins: string[] = [];
beforeAll(async () => {
  harness = await startHarness({ settingsAdmins, supportUrl: 'https://help.example.com/apologies' });
  settingsAdmins.push(harness.slack.user('kim').id);
});
afterAll(() => harness.close());

let opened = 0;

/** Somebody opens the Home tab; resolves to what they are shown. */
async function homeOf(name: 'dana' | 'kim', tab = 'home') {
  const already = harness.gate.calls('views.publish').length;
  opened += 1;
  const user = harness.slack.user(name).id;
  await harness.driver.event({ type: 'app_home_opened', user, channel: 'D1', tab, event_ts: `1.${opened}` });
  return (await harness.gate.nextCall('views.publish', already)).params;
}

const words = (view: unknown) =>
  `${literalText((view as { blocks: unknown }).blocks)}${JSON.stringify(view)}`;

describe('the Home tab', () => {
  test('of somebody new says how to begin, and what is kept', async () => {
    const { user_id: shownTo, view } = await homeOf('kim');
    expect(shownTo).toBe(harness.slack.user('kim').id);
    expect(view.type).toBe('home');
    for (const part of ['None yet', '/apology-check private', 'I do not keep your drafts', 'settings'])
      expect(words(view)).toContain(part);
    expect(words(view)).not.toContain('What comes up most');
  });

  test('shows the last checks of that person as words and names of rules, and nobody else', async () => {
    for (const _ of [1, 2]) {
      await harness.driver.command(
        'We are sorry if anyone was affected. Our courier messed up.',
        await harness.act(),
      );
    }
    await harness.settled();
    const mine = literalText((await homeOf('dana')).view.blocks);
    expect(mine.match(/Hold this one ●●○○○/g)).toHaveLength(2);
    expect(mine).toContain('The apology is conditional');
    expect(mine).toMatch(/In all 2 of them\. \S/);
    expect(words((await homeOf('dana')).view)).not.toMatch(/anyone was affected|courier messed up/);
    expect(words((await homeOf('kim')).view)).toContain('None yet');
  });

  test('has a button that opens the form', async () => {
    const act = await harness.act();
    const already = harness.gate.calls('views.open').length;
    const home = { id: 'VHOME', type: 'home', callback_id: '', private_metadata: '' };
    const answer = await harness.driver.pressInView({ action_id: homeActions.openForm }, home, act);
    expect(answer.status).toBe(200);
    const { view } = (await harness.gate.nextCall('views.open', already)).params;
    expect(view.callback_id).toBe('draft_modal');
  });

  const press = async (action: string, who: 'dana' | 'kim') => {
    const already = harness.gate.calls('views.open').length;
    const home = { id: 'VHOME', type: 'home', callback_id: '', private_metadata: '' };
    await harness.driver.pressInView({ action_id: action }, home, await harness.act('support', who));
    return (await harness.gate.nextCall('views.open', already)).params.view;
  };

  test('leads to the settings of a channel, for somebody who may change them', async () => {
    const { view: home } = await homeOf('kim');
    expect(words(home)).toContain('Settings of a channel');
    const view = await press(homeActions.openSettings, 'kim');
    expect(view.callback_id).toBe(settingsPick.callback);

    const act = await harness.act('orders', 'kim');
    const chosen = { type: 'conversations_select', selected_conversation: act.channel.id };
    const answer = await harness.driver.submitView(
      {
        ...{ id: 'VPICK', callback_id: settingsPick.callback, private_metadata: '' },
        values: { [settingsPick.block]: { [settingsPick.action]: chosen } },
      },
      act,
    );
    const { response_action: action, view: form } = (await answer.json()) as {
      response_action: string;
      view: { callback_id: string; private_metadata: string };
    };
    expect(action).toBe('update');
    expect(form.callback_id).toBe('channel_settings');
    expect(JSON.parse(form.private_metadata)).toEqual({ channel_id: act.channel.id, version: 0 });
  });

  test('tells anybody else kindly who may', async () => {
    harness.gate.answer('users.info', { ok: true, user: { id: 'U1', is_admin: false } });
    const view = await press(homeActions.openSettings, 'dana');
    expect(view.submit).toBeUndefined();
    expect(literalText(view.blocks)).toContain('the admins and owners of this workspace');
  });

  test('leads to where help is, when an address is set, and to the admins when there is none', async () => {
    const buttons = JSON.stringify((await homeOf('kim')).view);
    expect(buttons).toContain('"url":"https://help.example.com/apologies"');
    const act = await harness.act();
    const home = { id: 'VHOME', type: 'home', callback_id: '', private_metadata: '' };
    expect((await harness.driver.pressInView({ action_id: homeActions.support }, home, act)).status).toBe(
      200,
    );
    const without = homeView({ checks: [], slip: undefined });
    expect(JSON.stringify(without)).not.toContain(homeActions.support);
    expect(literalText(without.blocks)).toContain('The admins are also the ones to ask');
  });

  test('is left alone when the Messages tab is opened', async () => {
    await expect(homeOf('dana', 'messages')).rejects.toThrow('nobody called');
  });
});
