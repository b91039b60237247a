import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { DEFAULT_SETTINGS } from '../../src/reviews/channel-settings.ts';
import type { Act } from '../../src/sandbox/slack-driver.ts';
import { callbacks, settingsActions, settingsBlocks, settingsPick } from '../../src/slack/ids.ts';
import { literalText } from '../support/literal-text.ts';
import { type SettingsFields, settingsForm } from '../support/settings-form.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

const DRAFT = 'We are sorry if anyone was affected.';
const TEAM = 'T000000001';

let harness: Harness;
const admins: string[] = [];
beforeAll(async () => {
  harness = await startHarness({ rules: RULES, settingsAdmins: admins });
  admins.push(harness.slack.user('kim').id);
});
afterAll(() => harness.close());

const place = (channelId: string) => ({ teamId: TEAM, enterpriseId: undefined, channelId });
const inForce = (act: Act) => harness.settings.read(place(act.channel.id));

/** Opens the form as somebody who may, and resolves to it. */
async function opened(act: Act) {
  const already = harness.gate.calls('views.open').length;
  await harness.driver.command('settings', act);
  return (await harness.gate.nextCall('views.open', already)).params.view;
}

async function save(act: Act, fields: SettingsFields, version?: number) {
  const { version: newest } = await inForce(act);
  return harness.driver.submitView(settingsForm(act.channel.id, version ?? newest, fields), act);
}

const blockOf = (view: { blocks: { block_id?: string }[] }, id: string) =>
  view.blocks.find(({ block_id }) => block_id === id) as never as { element: Record<string, unknown> };

describe('/apology-check settings', () => {
  test('opens the form for somebody who is named in the configuration', async () => {
    const act = await harness.act('support', 'kim');
    const view = await opened(act);
    expect(view.callback_id).toBe('channel_settings');
    expect(JSON.parse(view.private_metadata)).toEqual({ channel_id: act.channel.id, version: 0 });
    expect(literalText(view.blocks[0])).toContain('Nobody has changed anything yet');
    expect(harness.gate.calls('users.info')).toHaveLength(0);
  });

  test('opens it for an admin of the workspace', async () => {
    harness.gate.answer('users.info', { ok: true, user: { id: 'U1', is_admin: true } });
    const view = await opened(await harness.act('support', 'dana'));
    expect(view.callback_id).toBe('channel_settings');
  });

  test.each([
    ['somebody else', { ok: true, user: { id: 'U1', is_admin: false } }],
    ['an admin of another organisation', { ok: true, user: { id: 'U1', is_admin: true, is_stranger: true } }],
    ['a guest', { ok: true, user: { id: 'U1', is_restricted: true } }],
    [
      'a guest of one channel',
      { ok: true, user: { id: 'U1', is_restricted: true, is_ultra_restricted: true } },
    ],
    ['a guest whom Slack does not show', { ok: false, error: 'user_not_visible' }],
    ['a stranger whom Slack does not know', { ok: false, error: 'user_not_found' }],
    ['a stranger in whose workspace I am not', { ok: false, error: 'team_access_not_granted' }],
    ['whoever Slack does not tell about', { ok: false, error: 'missing_scope' }],
  ])('tells %s kindly, and alone, who may', async (_, answer) => {
    harness.gate.answer('users.info', answer);
    const already = harness.gate.calls('views.open').length;
    const act = await harness.act('support', 'dana');
    const response = await harness.driver.command('settings', act);
    expect([response.status, await response.text()]).toEqual([200, '']);
    await expect.poll(() => harness.responseUrls.shown(act.responseUrl)).toHaveLength(1);
    const [shown] = harness.responseUrls.shown(act.responseUrl);
    expect(shown).toMatchObject({ response_type: 'ephemeral' });
    expect(shown?.text).toContain('the admins and owners of this workspace');
    expect(shown?.text).toContain(`<@${harness.slack.user('kim').id}>`);
    expect(harness.gate.calls('views.open')).toHaveLength(already);
  });
});

describe('saving', () => {
  test('keeps what was set, and the form says next time who changed it and when', async () => {
    const act = await harness.act('orders', 'kim');
    const answer = await save(act, {
      channel: 'chat',
      visibility: 'colleagues-private',
      rulesDouble: ['explicit-apology', 'sorry-but'],
      rulesHalf: ['follow-up'],
      rulesOff: ['thanks-customer'],
      housePhrases: ' Mind the gap \n\nMind the gap\nYours faithfully',
      remedies: 'full refund',
      escalationContact: 'Priya, ext. 12',
      legalWords: 'recall',
    });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(await inForce(act)).toEqual({
      version: 1,
      changed: { by: act.user.id, at: '2026-03-02T10:00:00.000Z' },
      settings: {
        channel: 'chat',
        visibility: 'colleagues-private',
        rulesDouble: ['explicit-apology', 'sorry-but'],
        rulesHalf: ['follow-up'],
        rulesOff: ['thanks-customer'],
        housePhrases: ['Mind the gap', 'Yours faithfully'],
        remedies: ['full refund'],
        escalationContact: 'Priya, ext. 12',
        legalWords: ['recall'],
      },
    });

    const view = await opened(await harness.act('orders', 'kim'));
    const [intro] = view.blocks;
    const elements = intro.elements[0].elements;
    expect(elements).toContainEqual({ type: 'user', user_id: act.user.id });
    expect(elements).toContainEqual(expect.objectContaining({ type: 'date', timestamp: 1772445600 }));
    expect(blockOf(view, settingsBlocks.housePhrases).element.initial_value).toBe(
      'Mind the gap\nYours faithfully',
    );
    expect(blockOf(view, settingsBlocks.visibility).element.initial_option).toMatchObject({
      value: 'colleagues-private',
    });
    expect(blockOf(view, settingsBlocks.rulesOff).element.initial_options).toMatchObject([
      { value: 'thanks-customer' },
    ]);
    expect(blockOf(view, settingsBlocks.rulesDouble).element.initial_options).toMatchObject([
      { value: 'explicit-apology' },
      { value: 'sorry-but' },
    ]);
    expect(blockOf(view, settingsBlocks.rulesHalf).element.initial_options).toMatchObject([
      { value: 'follow-up' },
    ]);
    const offered = (id: string) => JSON.stringify(blockOf(view, id).element.option_groups);
    expect(offered(settingsBlocks.rulesOff)).not.toContain('explicit-apology');
    expect(offered(settingsBlocks.rulesDouble)).not.toContain('unfilled-placeholder');
  });

  test('without a change makes no new version', async () => {
    const act = await harness.act('support', 'kim');
    const { version } = await inForce(act);
    await save(act, {});
    expect((await inForce(act)).version).toBe(version);
  });

  test.each<[string, SettingsFields, string, RegExp]>([
    ['too many wordings', { housePhrases: many(51, 'wording') }, 'settings_house_phrases', /50 lines/],
    ['a wording of two letters', { housePhrases: 'fine by me\nno' }, 'settings_house_phrases', /Line 2.*3/],
    ['too many remedies', { remedies: many(21, 'remedy') }, 'settings_remedies', /20 lines/],
    ['a remedy too long', { remedies: 'x'.repeat(201) }, 'settings_remedies', /Line 1.*200/],
    ['a contact too long', { escalationContact: 'x'.repeat(201) }, 'settings_escalation_contact', /200/],
    ['a word too long', { legalWords: 'x'.repeat(101) }, 'settings_legal_words', /100/],
    ['no word of sorry', { rulesOff: ['explicit-apology'] }, 'settings_rules_off', /has to stay/],
    [
      'a rule that counts double and not at all',
      { rulesDouble: ['thanks-customer'], rulesOff: ['follow-up', 'thanks-customer'] },
      'settings_rules_off',
      /^A thank-you.*: this stands in a field above/,
    ],
    [
      'a rule that counts double and half',
      { rulesDouble: ['sorry-but'], rulesHalf: ['sorry-but'] },
      'settings_rules_half',
      /in a field above/,
    ],
  ])('%s: is said at its field, and nothing is stored', async (_, fields, block, says) => {
    const act = await harness.act('support', 'kim');
    const before = await inForce(act);
    const answer = (await (await save(act, fields)).json()) as { errors: Record<string, string> };
    expect(answer).toMatchObject({ response_action: 'errors' });
    expect(Object.keys(answer.errors)).toEqual([block]);
    expect(answer.errors[block]).toMatch(says);
    expect(await inForce(act)).toEqual(before);
  });

  test('over what somebody else saved meanwhile: the later is shown it, and keeps what was typed', async () => {
    const act = await harness.act('backstage', 'kim');
    const { slack } = harness;
    await harness.settings.write(
      place(act.channel.id),
      { ...DEFAULT_SETTINGS, visibility: 'private', remedies: ['a new lamp'] },
      slack.user('dana').id,
      0,
    );
    const answer = (await (await save(act, { housePhrases: 'Mind the gap' }, 0)).json()) as {
      response_action: string;
      view: { private_metadata: string; blocks: { block_id?: string }[] };
    };
    expect(answer.response_action).toBe('update');
    const says = literalText(answer.view.blocks[0]);
    expect(says).toContain('Nothing is saved yet');
    expect(says).toContain('Only the person who asks');
    expect(says).toContain('a new lamp');
    expect(says).not.toContain('In an e-mail');
    expect(JSON.stringify(answer.view.blocks[0])).toContain(slack.user('dana').id);
    expect(blockOf(answer.view, settingsBlocks.housePhrases).element.initial_value).toBe('Mind the gap');
    expect((await inForce(act)).settings.visibility).toBe('private');

    const { version } = JSON.parse(answer.view.private_metadata);
    expect(await (await save(act, { housePhrases: 'Mind the gap' }, version)).text()).toBe('');
    expect(await inForce(act)).toMatchObject({ version: 2, settings: { visibility: 'thread' } });
  });

  test('a store that does not answer is said in the form, which stays open', async () => {
    const act = await harness.act('support', 'kim');
    const { read } = harness.settings;
    Object.assign(harness.settings, { read: () => Promise.reject(new Error('the disk is full')) });
    const answer = await (
      await harness.driver.submitView(settingsForm(act.channel.id, 0, { remedies: 'x y' }), act)
    ).json();
    Object.assign(harness.settings, { read });
    expect(answer).toMatchObject({
      response_action: 'errors',
      errors: { settings_channel: expect.stringContaining('try again') },
    });
  });
});

describe('"Reset to defaults"', () => {
  const press = (act: Act, version: number) => {
    const button = { action_id: settingsActions.reset };
    return harness.driver.pressInView(button, settingsForm(act.channel.id, version), act);
  };

  test('asks first, then puts everything back and says so', async () => {
    const act = await harness.act('orders', 'kim');
    const view = await opened(act);
    const buttons = view.blocks.find(
      ({ block_id }: { block_id: string }) => block_id === settingsBlocks.reset,
    );
    expect(buttons.elements[0].confirm.title.text).toContain('Reset');

    const { version } = await inForce(act);
    harness.gate.answer('views.update', { ok: true });
    const already = harness.gate.calls('views.update').length;
    await press(act, version);
    const { view: shown } = (await harness.gate.nextCall('views.update', already)).params;
    expect(literalText(shown.blocks)).toContain('back to the defaults');
    expect(await inForce(act)).toMatchObject({ version: version + 1, settings: DEFAULT_SETTINGS });
    expect((await harness.settings.history(place(act.channel.id), 5)).length).toBe(version + 1);
  });

  test('resets nothing that somebody else saved meanwhile', async () => {
    const act = await harness.act('backstage', 'kim');
    const before = await inForce(act);
    const already = harness.gate.calls('views.update').length;
    await press(act, 0);
    const { view } = (await harness.gate.nextCall('views.update', already)).params;
    expect(literalText(view.blocks)).toContain('I have reset nothing');
    expect(await inForce(act)).toEqual(before);
  });
});

describe('somebody who may no longer change settings when the form comes back', () => {
  const NO_ADMIN = { ok: true, user: { id: 'U1', is_admin: false } };
  const SOUGHT = { housePhrases: 'Kind wishes', remedies: 'a new lamp' };
  const pick = (act: Act) => {
    const chosen = { type: 'conversations_select', selected_conversation: act.channel.id };
    return harness.driver.submitView(
      {
        ...{ id: 'VPICK', callback_id: settingsPick.callback, private_metadata: '' },
        values: { [settingsPick.block]: { [settingsPick.action]: chosen } },
      },
      act,
    );
  };

  beforeEach(() => harness.gate.answer('users.info', NO_ADMIN));
  afterEach(() => harness.gate.answer('users.info', undefined));

  test('saves nothing, is told why, and keeps what was typed', async () => {
    const act = await harness.act('orders', 'dana');
    const before = await inForce(act);
    const answer = await (await save(act, SOUGHT)).json();
    expect(answer).toEqual({
      response_action: 'errors',
      errors: { settings_channel: expect.stringMatching(/admins and owners.*saved nothing/) },
    });
    expect(await inForce(act)).toEqual(before);
  });

  test('learns nothing of what somebody else saved meanwhile', async () => {
    const act = await harness.act('backstage', 'dana');
    const { version, settings } = await inForce(act);
    await harness.settings.write(
      place(act.channel.id),
      { ...settings, remedies: ['a secret voucher'] },
      'U1',
      version,
    );
    expect(await (await save(act, SOUGHT, version)).text()).not.toContain('voucher');
    expect(await (await pick(act)).text()).not.toContain('voucher');
  });

  test('is not shown the settings of the channel they chose', async () => {
    const answer = (await (await pick(await harness.act('orders', 'dana'))).json()) as {
      view: { blocks: object[]; callback_id?: string };
    };
    expect(answer.view.callback_id).toBeUndefined();
    expect(literalText(answer.view.blocks)).toContain('the admins and owners of this workspace');
  });

  test('resets nothing', async () => {
    const act = await harness.act('orders', 'dana');
    const before = await inForce(act);
    harness.gate.answer('views.update', { ok: true });
    const already = harness.gate.calls('views.update').length;
    await harness.driver.pressInView(
      { action_id: settingsActions.reset },
      settingsForm(act.channel.id, before.version),
      act,
    );
    const { view } = (await harness.gate.nextCall('views.update', already)).params;
    expect(literalText(view.blocks)).toContain('the admins and owners of this workspace');
    expect(await inForce(act)).toEqual(before);
  });

  test('and whom Slack does not tell about in time: nothing is changed, then or later', async () => {
    const act = await harness.act('orders', 'dana');
    const before = await inForce(act);
    harness.gate.answer('users.info', { ok: true, user: { id: 'U1', is_admin: true } });
    const release = harness.gate.swallow('users.info');
    const answer = await (await save(act, SOUGHT)).json();
    release();
    expect(answer).toMatchObject({
      errors: { settings_channel: expect.stringContaining('has not told me in time') },
    });
    // The same form again: Slack answers now, and it is saved once.
    expect(await (await save(act, SOUGHT, before.version)).text()).toBe('');
    expect((await inForce(act)).version).toBe(before.version + 1);
  });
});

describe('what a channel has settled', () => {
  const settle = async (act: Act, change: Partial<typeof DEFAULT_SETTINGS>) => {
    const { version } = await inForce(act);
    await harness.settings.write(place(act.channel.id), { ...DEFAULT_SETTINGS, ...change }, 'U1', version);
  };

  test('private: the command posts nothing, and says why only one person sees the answer', async () => {
    const act = await harness.act('orders');
    await settle(act, { visibility: 'private' });
    const before = await harness.slack.messages(act.channel.id);
    await harness.driver.command(DRAFT, act);
    await harness.settled();
    expect(await harness.slack.messages(act.channel.id)).toEqual(before);
    const [shown, ...more] = harness.responseUrls.shown(act.responseUrl);
    expect(more).toEqual([]);
    expect(shown?.text).toMatch(/^In this channel my answers are for the person who asks/);
    expect(shown?.text).toContain('Hold this one');
  });

  test.each([
    ['kim', true],
    ['dana', false],
  ] as const)("colleagues' messages privately: a message of %s", async (author, isPrivate) => {
    const act = await harness.act('orders', 'dana');
    await settle(act, { visibility: 'colleagues-private' });
    const ts = await harness.slack.say(DRAFT, act.channel.id);
    const user = harness.slack.user(author).id;
    await harness.driver.messageShortcut(callbacks.checkApology, { ts, text: DRAFT, user }, act);
    await harness.settled();
    expect(await harness.slack.thread(act.channel.id, ts)).toHaveLength(isPrivate ? 1 : 2);
    const shown = harness.responseUrls.shown(act.responseUrl).map(({ text }) => text);
    expect(shown).toHaveLength(isPrivate ? 1 : 0);
    if (isPrivate) expect(shown[0]).toContain("a colleague's message");
  });

  test('is not asked for by "private", which stays private', async () => {
    const act = await harness.act('orders');
    await settle(act, { visibility: 'thread' });
    await harness.driver.command(`private ${DRAFT}`, act);
    await harness.settled();
    expect(harness.responseUrls.shown(act.responseUrl)[0]?.text).not.toContain('only you see this');
  });
});

test('a message of somebody from another organisation is looked at privately, and the answer says so', async () => {
  const act = await harness.act('support', 'dana');
  const ts = await harness.slack.say(DRAFT, act.channel.id);
  const message = { ts, text: DRAFT, user: 'U0OUTSIDE', team: 'T0OUTSIDE' };
  await harness.driver.messageShortcut(callbacks.checkApology, message, act);
  await harness.settled();
  expect(await harness.slack.thread(act.channel.id, ts)).toHaveLength(1);
  expect(harness.responseUrls.shown(act.responseUrl)[0]?.text).toMatch(/^People from outside/);
});

function many(count: number, what: string): string {
  return Array.from({ length: count }, (_, index) => `${what} ${index}`).join('\n');
}

describe('somebody who may change settings no longer', () => {
  test.each([
    [
      'saves',
      (act: Act, version: number) =>
        harness.driver.submitView(settingsForm(act.channel.id, version, { channel: 'chat' }), act),
    ],
    [
      'resets',
      (act: Act, version: number) =>
        harness.driver.pressInView(
          { action_id: settingsActions.reset },
          settingsForm(act.channel.id, version),
          act,
        ),
    ],
  ])('%s nothing with a form that is still open, and is told who may', async (_, send) => {
    const kim = admins.splice(0);
    harness.gate.answer('users.info', { ok: true, user: { id: 'U1', is_admin: false } });
    const act = await harness.act('backstage', 'kim');
    const before = await inForce(act);
    const updates = harness.gate.calls('views.update').length;
    const answer = await (await send(act, before.version)).text();
    const shown = answer === '' ? (await harness.gate.nextCall('views.update', updates)).params.view : answer;
    expect(JSON.stringify(shown)).toContain('the admins and owners of this workspace');
    expect(await inForce(act)).toEqual(before);
    admins.push(...kim);
  });
});
