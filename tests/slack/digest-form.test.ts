import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KeptSchedule } from '../../src/reviews/digests/ports.ts';
import type { Act } from '../../src/sandbox/slack-driver.ts';
import { digestActions, digestCallback, digestFormBlocks } from '../../src/slack/ids.ts';
import { type DigestFields, digestForm } from '../support/digest-form.ts';
import { literalText } from '../support/literal-text.ts';
import { settingsForm } from '../support/settings-form.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

// In this harness it is Monday 2 March 2026, 10:00 UTC.
const TEAM = 'T000000001';
const BERLIN = { ok: true, user: { id: 'U1', tz: 'Europe/Berlin' } };
const GUEST = { ok: true, user: { id: 'U1', is_restricted: true } };

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  harness.gate.answer('users.info', BERLIN);
});
afterAll(() => harness.close());

const place = (act: Act) => ({ teamId: TEAM, enterpriseId: undefined, channelId: act.channel.id });
const kept = (act: Act) => harness.digests.schedule(place(act));

const BUTTON = { action_id: digestActions.setUp };

/** Presses the button on an answer that this person alone sees; resolves to what is opened. */
async function opened(act: Act) {
  const already = harness.gate.calls('views.open').length;
  await harness.driver.pressInMessage(BUTTON, { ts: '1.1' }, act, true);
  return (await harness.gate.nextCall('views.open', already)).params.view;
}

interface Answer {
  readonly response_action?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly view?: { readonly blocks: readonly unknown[]; readonly submit?: unknown };
}

/** Sends the form; resolves to what Slack is answered. */
async function submit(act: Act, fields: DigestFields, channelId = act.channel.id): Promise<Answer> {
  const response = await harness.driver.submitView(digestForm(channelId, fields), act);
  expect(response.status).toBe(200);
  return JSON.parse((await response.text()) || '{}') as Answer;
}

type Shown = { readonly block_id?: string; readonly element?: Record<string, unknown> };
const elementOf = (view: { blocks: readonly Shown[] }, id: string) =>
  view.blocks.find(({ block_id }) => block_id === id)?.element;

describe('the button', () => {
  test('on a private answer opens the form of that channel, in the zone of the person', async () => {
    const act = await harness.act('support');
    const view = await opened(act);
    expect(view.callback_id).toBe(digestCallback);
    expect(JSON.parse(view.private_metadata)).toEqual({ channel_id: act.channel.id });
    expect(literalText(view.blocks)).toContain('None is on there now');
    expect(elementOf(view, digestFormBlocks.zone)?.initial_value).toBe('Europe/Berlin');
    expect(elementOf(view, digestFormBlocks.time)).toMatchObject({
      type: 'timepicker',
      initial_time: '09:00',
    });
    expect(elementOf(view, digestFormBlocks.day)?.initial_option).toMatchObject({ value: 'monday' });
  });

  test('in the settings of a channel lays the form of that channel on top', async () => {
    const act = await harness.act('support', 'kim');
    const orders = harness.slack.channel('orders').id;
    harness.gate.answer('views.push', { ok: true });
    const already = harness.gate.calls('views.push').length;
    await harness.driver.pressInView(BUTTON, settingsForm(orders, 0), act);
    const { view } = (await harness.gate.nextCall('views.push', already)).params;
    expect(view.callback_id).toBe(digestCallback);
    expect(JSON.parse(view.private_metadata)).toEqual({ channel_id: orders });
  });

  test('stands in the settings', async () => {
    harness.gate.answer('users.info', { ok: true, user: { id: 'U1', is_admin: true } });
    const already = harness.gate.calls('views.open').length;
    await harness.driver.command('settings', await harness.act());
    const { view } = (await harness.gate.nextCall('views.open', already)).params;
    harness.gate.answer('users.info', BERLIN);
    expect(JSON.stringify(view.blocks)).toContain(digestActions.setUp);
  });

  test('tells a guest kindly whom to ask, in the place of the form', async () => {
    harness.gate.answer('users.info', GUEST);
    const view = await opened(await harness.act('support', 'kim'));
    harness.gate.answer('users.info', BERLIN);
    expect(view.submit).toBeUndefined();
    expect(literalText(view.blocks)).toContain('is set up by the members of this workspace');
  });
});

describe('the form', () => {
  test('sent turns the digest on, says when it comes, and says so in the channel too', async () => {
    const act = await harness.act('orders');
    const already = harness.gate.calls('chat.postEphemeral').length;
    const answer = await submit(act, {
      frequency: 'fortnightly',
      day: 'friday',
      time: '14:00',
      zone: 'new york',
    });
    expect(answer).toMatchObject({ response_action: 'update' });
    expect(answer.view?.submit).toBeUndefined();
    const says = 'From Friday 6 March at 14:00 (America/New_York) I post a digest here every two weeks.';
    const noticed = literalText(answer.view?.blocks);
    expect(noticed).toContain(
      'From Friday 6 March at 14:00 (America/New_York) I post a digest in  every two',
    );
    expect(JSON.stringify(answer.view?.blocks)).toContain(`"channel_id":"${act.channel.id}"`);
    const { params } = await harness.gate.nextCall('chat.postEphemeral', already);
    expect(params).toMatchObject({ channel: act.channel.id, user: act.user.id });
    expect(params.text).toContain(says);
    expect(await kept(act)).toMatchObject({
      state: 'on',
      owner: act.user.id,
      schedule: { frequency: 'fortnightly', day: 'friday', time: '14:00', zone: 'America/New_York' },
    });
  });

  test('is about what is set up when it opens', async () => {
    const view = await opened(await harness.act('orders'));
    expect(literalText(view.blocks)).toContain('The next one comes on Friday 6 March at 14:00');
    expect(JSON.stringify(view.blocks[0])).toContain(harness.slack.user('dana').id);
    expect(elementOf(view, digestFormBlocks.frequency)?.initial_option).toMatchObject({
      value: 'fortnightly',
    });
    expect(elementOf(view, digestFormBlocks.time)?.initial_time).toBe('14:00');
    expect(elementOf(view, digestFormBlocks.zone)?.initial_value).toBe('America/New_York');
  });

  test('takes a day of the month, and the last one', async () => {
    const act = await harness.act('orders');
    await submit(act, { frequency: 'monthly', day: '31' });
    expect((await kept(act))?.schedule).toMatchObject({ frequency: 'monthly', day: 31 });
    const view = await opened(await harness.act('orders'));
    expect(elementOf(view, digestFormBlocks.day)?.initial_option).toMatchObject({
      text: { text: 'The last day' },
    });
  });

  test('where the bot may not post keeps it, and says in the form how to mend that', async () => {
    const act = await harness.act('backstage');
    harness.gate.refuse('chat.postEphemeral', { error: 'not_in_channel' });
    harness.gate.answer('views.update', { ok: true });
    const already = harness.gate.calls('views.update').length;
    await submit(act, {});
    const { params } = await harness.gate.nextCall('views.update', already);
    expect(params.view_id).toBe('VDIGEST');
    expect(literalText(params.view.blocks)).toMatch(/I am not in this channel yet\. Type \/invite/);
    expect((await kept(act))?.state).toBe('on');
  });

  test('that was closed before that was known: it comes as a direct message', async () => {
    const act = await harness.act('backstage');
    harness.gate.refuse('chat.postEphemeral', { error: 'not_in_channel' });
    harness.gate.refuse('views.update', { error: 'not_found' });
    const already = harness.gate.calls('chat.postMessage').length;
    await submit(act, { day: 'tuesday' });
    const { params } = await harness.gate.nextCall('chat.postMessage', already);
    expect(params.channel).toBe(act.user.id);
    expect(params.text).toMatch(/I am not in this channel yet/);
    expect(params.text).toContain(`I post a digest in <#${act.channel.id}> every week`);
  });

  test('turns it off, whatever the other fields hold', async () => {
    const act = await harness.act('backstage');
    const answer = await submit(act, { state: 'off', zone: 'nowhere', time: null });
    expect(literalText(answer.view?.blocks)).toContain('The digest of this channel is off');
    expect((await kept(act))?.state).toBe('off');
  });

  test.each<[string, DigestFields, string, RegExp]>([
    ['a mistyped zone', { zone: 'Europe/Berln' }, digestFormBlocks.zone, /"Europe\/Berln".*Europe\/Berlin\?/],
    ['no zone', { zone: null }, digestFormBlocks.zone, /Europe\/Berlin/],
    ['a zone like none', { zone: 'xyzzy' }, digestFormBlocks.zone, /no time zone "xyzzy"/],
    ['no time', { time: null }, digestFormBlocks.time, /choose a time/],
    ['the 15th of a week', { frequency: 'weekly', day: '15' }, digestFormBlocks.day, /"Every month" only/],
  ])('with %s says so at the field, and changes nothing', async (_, fields, block, says) => {
    const act = await harness.act('orders');
    const before = await kept(act);
    const answer = await submit(act, fields);
    expect(answer).toMatchObject({ response_action: 'errors' });
    expect(Object.keys(answer.errors ?? {})).toEqual([block]);
    expect(answer.errors?.[block]).toMatch(says);
    expect(await kept(act)).toEqual(before);
  });

  test('asks once more who may: somebody who became a guest meanwhile changes nothing', async () => {
    const act = await harness.act('orders', 'kim');
    const before = await kept(act);
    harness.gate.answer('users.info', GUEST);
    for (const state of ['on', 'off'] as const) {
      const answer = await submit(act, { state, day: 'sunday' });
      expect(answer.errors?.[digestFormBlocks.state]).toContain('the members of this workspace');
    }
    harness.gate.answer('users.info', BERLIN);
    expect(await kept(act)).toEqual(before);
  });

  test('is about the channel it was opened for, wherever it is sent from', async () => {
    const act = await harness.act('support');
    const orders = harness.slack.channel('orders').id;
    const before = await kept(act);
    const already = harness.gate.calls('chat.postEphemeral').length;
    await submit(act, { day: 'wednesday' }, orders);
    expect((await harness.gate.nextCall('chat.postEphemeral', already)).params.channel).toBe(orders);
    expect(await kept(act)).toEqual(before);
    expect((await kept({ ...act, channel: harness.slack.channel('orders') }))?.schedule.day).toBe(
      'wednesday',
    );
  });

  const channels = ['support', 'orders', 'backstage'] as const;
  const all = () =>
    Promise.all(channels.map(async (name) => kept(await harness.act(name)))) as Promise<KeptSchedule[]>;

  test.each([
    ['nothing', ''],
    ['no JSON', 'C0123'],
    ['no channel', '{}'],
    ['something else for a channel', '{"channel_id":"U0123 and more"}'],
    ['more than a channel', '{"channel_id":"C0123","team_id":"T2"}'],
  ])('that holds %s for its channel is refused in the form, and changes nothing', async (_, metadata) => {
    const act = await harness.act('orders');
    const before = await all();
    const form = { ...digestForm(act.channel.id, { day: 'tuesday' }), private_metadata: metadata };
    const answer = (await (await harness.driver.submitView(form, act)).json()) as Answer;
    expect(answer).toMatchObject({ response_action: 'errors' });
    expect(answer.errors?.[digestFormBlocks.state]).toContain('Please try again');
    expect(await all()).toEqual(before);
  });

  test.each<[string, DigestFields]>([
    ['frequency', { frequency: 'hourly' }],
    ['day', { frequency: 'monthly', day: '32' }],
    ['time', { time: '25:00' }],
  ])('with a %s that it does not offer is refused, and changes nothing', async (_, fields) => {
    const act = await harness.act('orders');
    const before = await kept(act);
    expect(await submit(act, fields)).toMatchObject({ response_action: 'errors' });
    expect(await kept(act)).toEqual(before);
  });
});
