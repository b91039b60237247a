import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homeActions } from '../../src/slack/ids.ts';
import { literalText } from '../support/literal-text.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
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

  test('is left alone when the Messages tab is opened', async () => {
    await expect(homeOf('dana', 'messages')).rejects.toThrow('nobody called');
  });
});
