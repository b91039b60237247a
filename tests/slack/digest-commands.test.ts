import type { KnownBlock } from '@slack/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountedReview, Period } from '../../src/reviews/digests/figures.ts';
import type { KeptSchedule } from '../../src/reviews/digests/ports.ts';
import type { Act } from '../../src/sandbox/slack-driver.ts';
import { digestActions } from '../../src/slack/ids.ts';
import { countedReview } from '../support/counted-reviews.ts';
import { literalText } from '../support/literal-text.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

// In this harness it is Monday 2 March 2026, 10:00 UTC.
const TEAM = 'T000000001';
const BERLIN = { ok: true, user: { id: 'U1', tz: 'Europe/Berlin', profile: { display_name: 'Dana' } } };

/** Six drafts of three people, all in the last two days of February. */
const counted: readonly CountedReview[] = ['Ana', 'Ben', 'Cai', 'Ana', 'Ben', 'Cai'].map((person, index) =>
  countedReview({ person, requestedAt: `2026-02-2${7 + (index % 2)}T10:00:00.000Z` }),
);

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ counted });
  harness.gate.answer('users.info', BERLIN);
});
afterAll(() => harness.close());

const place = (act: Act) => ({ teamId: TEAM, enterpriseId: undefined, channelId: act.channel.id });
const kept = (act: Act) => harness.digests.schedule(place(act));

/** Sends the command; resolves to what Slack is answered at once. */
async function send(words: string, act: Act, at?: Date): Promise<{ text?: string }> {
  const response = await harness.driver.command(`digest ${words}`.trim(), act, at);
  expect(response.status).toBe(200);
  const body = await response.text();
  return body === '' ? {} : JSON.parse(body);
}

/** Sends the command; resolves to the one thing that the person is shown through response_url. */
async function told(words: string, act: Act) {
  expect(await send(words, act)).toEqual({});
  await expect.poll(() => harness.responseUrls.shown(act.responseUrl)).toHaveLength(1);
  const [shown] = harness.responseUrls.shown(act.responseUrl);
  expect(shown?.response_type).toBe('ephemeral');
  return shown as NonNullable<typeof shown>;
}

/** Sends the command; resolves to what the person is shown within the channel. */
async function shownThere(words: string, act: Act) {
  const already = harness.gate.calls('chat.postEphemeral').length;
  expect(await send(words, act)).toEqual({});
  const { params } = await harness.gate.nextCall('chat.postEphemeral', already);
  expect(params).toMatchObject({ channel: act.channel.id, user: act.user.id });
  return params;
}

const keep = (act: Act, change: Partial<KeptSchedule> = {}) =>
  harness.digests.keep({
    place: place(act),
    schedule: { frequency: 'weekly', day: 'friday', time: '14:00', zone: 'Europe/Berlin' },
    owner: harness.slack.user('kim').id,
    state: 'on',
    anchor: '2026-03-06',
    nextDue: '2026-03-06T13:00:00.000Z',
    coveredUntil: '2026-02-26T23:00:00.000Z',
    ...change,
  });

/** A digest of this channel that is over. */
async function finished(act: Act, period: Period, state: 'posted' | 'merged' | 'unposted') {
  await keep(act, { nextDue: period.to, coveredUntil: period.from });
  await harness.digests.begin(
    (await kept(act)) as KeptSchedule,
    { period, dueAt: period.to },
    { nextDue: '2026-03-06T13:00:00.000Z', coveredUntil: period.to },
    new Date(0),
  );
  const [digest] = await harness.digests.latest(place(act), 1);
  await harness.digests.finish(digest?.id ?? '', state);
}

const posts = () => harness.gate.calls('chat.postMessage').length;
const buttonsIn = (blocks: readonly KnownBlock[]) =>
  JSON.stringify(blocks.filter(({ type }) => type === 'actions'));

describe('/apology-check digest', () => {
  test('shows the last seven days to the person alone, with a button for more', async () => {
    const act = await harness.act();
    const before = posts();
    const asked = harness.gate.calls('users.info').length;
    const shown = await told('', act);
    expect(literalText(shown.blocks)).toContain('6 drafts');
    expect(buttonsIn(shown.blocks)).toContain(digestActions.setUp);
    expect(posts()).toBe(before);
    expect(harness.gate.calls('users.info')).toHaveLength(asked + 1);
  });

  test('of a month, and of so many days, counts just those', async () => {
    expect((await told('2026-02', await harness.act())).text).toContain('6 drafts');
    expect((await told('2026-01', await harness.act())).text).toContain('too little');
    expect((await told('2d', await harness.act())).text).toContain('too little');
  });

  test.each([
    ['0d', /1 to 395/],
    ['400d', /1 to 395.*400/],
    ['2026-04', /2026-04 has not begun yet/],
  ])('%s is refused with what to ask instead', async (words, says) => {
    expect((await told(words, await harness.act())).text).toMatch(says);
  });

  test('comes as a direct message where the way back is closed', async () => {
    const act = await harness.act();
    harness.responseUrls.refuseOnce(act.responseUrl, 200, '{"ok":false,"error":"no_such_thing"}');
    const before = posts();
    await send('', act);
    const { params } = await harness.gate.nextCall('chat.postMessage', before);
    expect(params.channel).toBe(act.user.id);
    expect(params.text).toContain('6 drafts');
  });

  test.each([
    ['a guest', { ok: true, user: { id: 'U1', is_restricted: true, tz: 'Europe/Berlin' } }],
    ['a stranger', { ok: false, error: 'user_not_found' }],
    ['whoever Slack does not tell about', { ok: false, error: 'missing_scope' }],
  ])('is there for %s too', async (_, answer) => {
    harness.gate.answer('users.info', answer);
    expect((await told('', await harness.act())).text).toContain('6 drafts');
    harness.gate.answer('users.info', BERLIN);
  });
});

describe('/apology-check digest on', () => {
  test('takes the zone of the person, says in the channel when it comes, and to this person alone', async () => {
    const act = await harness.act('orders');
    const asked = harness.gate.calls('users.info').length;
    const before = posts();
    const { text, blocks } = await shownThere('on', act);
    expect(text).toContain('From Monday 9 March at 09:00 (Europe/Berlin) I post a digest here every week.');
    expect(text).toContain('/apology-check digest off turns it off');
    expect(literalText(blocks)).toContain('It counts drafts, never people');
    expect(await kept(act)).toMatchObject({
      state: 'on',
      owner: act.user.id,
      schedule: { frequency: 'weekly', day: 'monday', time: '09:00', zone: 'Europe/Berlin' },
      nextDue: '2026-03-09T08:00:00.000Z',
    });
    expect(harness.responseUrls.shown(act.responseUrl)).toEqual([]);
    expect(posts()).toBe(before);
    expect(harness.gate.calls('users.info')).toHaveLength(asked + 1);
  });

  test.each([
    ['on fri 9.30pm new york fortnightly', 'Friday 6 March at 21:30 (America/New_York)', 'every two weeks'],
    ['on monthly', 'Wednesday 1 April at 09:00 (Europe/Berlin)', 'on the 1st of every month'],
    ['on last', 'Tuesday 31 March at 09:00 (Europe/Berlin)', 'on the last day of every month'],
    ['on 30th', 'Monday 30 March', 'on the 30th of every month, or the last day of a shorter one'],
    ['on monthly tuesday', 'Tuesday 3 March', 'on the first Tuesday of every month'],
  ])('%s', async (words, when, often) => {
    const { text } = await shownThere(words, await harness.act('orders'));
    expect(text).toContain(when);
    expect(text).toContain(often);
  });

  test('in the place of what somebody else had set up, says so', async () => {
    const act = await harness.act('orders', 'dana');
    await keep(act);
    const { text, blocks } = await shownThere('on tuesday', act);
    expect(text).toContain(`the one that <@${harness.slack.user('kim').id}> had set up`);
    expect(JSON.stringify(blocks)).toContain(harness.slack.user('kim').id);
    expect((await kept(act))?.owner).toBe(act.user.id);
  });

  test('just as it is already leaves it as it is', async () => {
    const act = await harness.act('orders', 'dana');
    await keep(act);
    const { text } = await shownThere('on weekly friday 14:00 berlin', act);
    expect(text).toContain('From Friday 6 March at 14:00 (Europe/Berlin)');
    expect((await kept(act))?.owner).toBe(harness.slack.user('kim').id);
  });

  test('without more words brings back what was paused, as it was', async () => {
    const act = await harness.act('orders', 'dana');
    await keep(act, { state: 'paused' });
    const { text } = await shownThere('on', act);
    expect(text).toContain('From Friday 6 March at 14:00 (Europe/Berlin)');
    expect(await kept(act)).toMatchObject({ state: 'on', owner: act.user.id });
  });

  test.each([
    ['not_in_channel', /I am not in this channel yet\. Type \/invite/],
    ['channel_not_found', /I am not in this channel yet\. Type \/invite/],
    ['is_archived', /This channel is archived/],
  ])('where Slack says %s, keeps it and says how to mend that', async (error, says) => {
    const act = await harness.act('orders');
    harness.gate.refuse('chat.postEphemeral', { error });
    const { text } = await told('on thursday', act);
    expect(text).toMatch(says);
    expect(text).toContain('From Thursday 5 March');
    expect(await kept(act)).toMatchObject({ state: 'on', schedule: { day: 'thursday' } });
  });

  test('where Slack has trouble of its own, keeps it and says so all the same', async () => {
    const act = await harness.act('orders');
    harness.gate.refuse('chat.postEphemeral', { error: 'internal_error' });
    const { text } = await told('on wednesday', act);
    expect(text).toMatch(/^From Wednesday 4 March/);
  });

  test.each([
    ['does not answer', { ok: false, error: 'internal_error' }],
    ['knows no zone', { ok: true, user: { id: 'U1' } }],
    ['names one that this machine does not know', { ok: true, user: { id: 'U1', tz: 'Mars/Base' } }],
  ])('where Slack %s, goes by UTC', async (_, answer) => {
    harness.gate.answer('users.info', answer);
    const act = await harness.act('support');
    await harness.digests.turnOff(place(act));
    const { text } = await shownThere('on saturday', act);
    harness.gate.answer('users.info', BERLIN);
    expect(text).toContain('Saturday 7 March at 09:00 (UTC)');
  });

  test('mistyped is answered at once with what was probably meant, and changes nothing', async () => {
    const act = await harness.act('orders');
    const before = await kept(act);
    const { text } = await send('on wekly friday', act);
    expect(text).toContain('Did you mean /apology-check digest on weekly friday?');
    expect(text).toContain('I have changed nothing');
    expect(await kept(act)).toEqual(before);
  });

  test('a store that does not answer is told, and to this person alone', async () => {
    const act = await harness.act('orders');
    const { keep: keepNow } = harness.digests;
    Object.assign(harness.digests, { keep: () => Promise.reject(new Error('the disk is full')) });
    const { text } = await told('on sunday', act);
    Object.assign(harness.digests, { keep: keepNow });
    expect(text).toContain('try again');
  });
});

describe('/apology-check digest off', () => {
  test('turns it off, and says how to look at one all the same', async () => {
    const act = await harness.act('orders');
    await keep(act);
    expect((await told('off', act)).text).toContain('The digest of this channel is off');
    expect((await kept(act))?.state).toBe('off');
  });

  test('where none is on says so', async () => {
    const act = await harness.act('orders');
    await harness.digests.turnOff(place(act));
    expect((await told('off', act)).text).toContain('nothing to turn off');
    expect((await told('off', await harness.act('backstage'))).text).toContain('nothing to turn off');
  });
});

describe('/apology-check digest status', () => {
  test('where there never was one', async () => {
    const shown = await told('status', await harness.act('backstage'));
    expect(shown.text).toContain('No digest is on here');
    expect(shown.text).toContain('None has been posted here so far');
    expect(buttonsIn(shown.blocks)).toContain('Set up a digest');
  });

  test('says how often, when next, who turned it on, and when the last one came', async () => {
    const act = await harness.act('backstage');
    const period = { from: '2026-02-20T00:00:00.000Z', to: '2026-02-27T13:00:00.000Z' };
    await finished(act, period, 'posted');
    const shown = await told('status', act);
    expect(shown.text).toContain(
      'A digest is on here, every week. The next one comes on Friday 6 March at 14:00 (Europe/Berlin).',
    );
    expect(shown.text).toContain(`Turned on by <@${harness.slack.user('kim').id}>`);
    expect(shown.text).toContain('The last one that I posted was due 2026-02-27 13:00 UTC');
    expect(buttonsIn(shown.blocks)).toContain('Change the digest');
  });

  test('of a digest that was held back, says why, and which one was the last to be posted', async () => {
    const act = await harness.act('backstage');
    const period = { from: '2026-02-27T13:00:00.000Z', to: '2026-03-01T13:00:00.000Z' };
    await finished(act, period, 'merged');
    const { text } = await told('status', act);
    expect(text).toContain('due 2026-03-01 13:00 UTC was held back: it held too few drafts');
    expect(text).toContain('The last one that I posted was due 2026-02-27 13:00 UTC');
  });

  test('of one that is paused, says why, and how to have it back', async () => {
    const act = await harness.act('orders');
    await keep(act, { state: 'paused' });
    const { text } = await told('status', act);
    expect(text).toContain('is paused');
    expect(text).toContain('/invite');
    expect(text).toContain('/apology-check digest on has it back');
  });
});

describe('/apology-check digest here now', () => {
  test('posts it for everybody, recognisable when it is asked for twice in one', async () => {
    const act = await harness.act('support');
    const before = posts();
    await send('here now 30d', act);
    const { params } = await harness.gate.nextCall('chat.postMessage', before);
    expect(params).toMatchObject({
      channel: act.channel.id,
      text: expect.stringContaining('6 drafts'),
      metadata: { event_type: 'apology_digest', event_payload: { digest_id: expect.any(String) } },
    });
    expect(JSON.stringify(params.blocks)).not.toContain(digestActions.setUp);
    // Signed at another time, as a repeated delivery is.
    await send('here now 30d', act, new Date(Date.now() - 60_000));
    const again = (await harness.gate.nextCall('chat.postMessage', before + 1)).params;
    expect(again.metadata).toEqual(params.metadata);
    expect(again.client_msg_id).toBe(params.client_msg_id);
    await send('here now 30d', await harness.act('support'));
    const other = (await harness.gate.nextCall('chat.postMessage', before + 2)).params;
    expect(other.metadata).not.toEqual(params.metadata);
    expect(harness.responseUrls.shown(act.responseUrl)).toEqual([]);
  });

  test('with too little to tell says so to the person alone', async () => {
    const before = posts();
    expect((await told('here now 2d', await harness.act('support'))).text).toContain('too little');
    expect(posts()).toBe(before);
  });

  test('where the bot may not post says how to mend that', async () => {
    harness.gate.refuse('chat.postMessage', { error: 'not_in_channel' });
    const { text } = await told('here now', await harness.act('support'));
    expect(text).toContain('I am not in this channel, so I could not post the digest. Type /invite');
  });
});

describe('somebody who is no member of this workspace', () => {
  test.each([
    ['a guest', { ok: true, user: { id: 'U1', is_restricted: true } }],
    ['a guest of one channel', { ok: true, user: { id: 'U1', is_ultra_restricted: true } }],
    ['somebody of another organisation', { ok: true, user: { id: 'U1', is_stranger: true } }],
    ['a guest whom Slack does not show', { ok: false, error: 'user_not_visible' }],
    ['a stranger whom Slack does not know', { ok: false, error: 'user_not_found' }],
  ])('%s is told kindly that the digest is in the hands of members', async (_, answer) => {
    const at = await harness.act('support', 'kim');
    await keep(at);
    const before = await kept(at);
    const posted = posts();
    harness.gate.answer('users.info', answer);
    for (const words of ['on', 'off', 'here now']) {
      const { text } = await told(words, await harness.act('support', 'kim'));
      expect(text).toContain('is set up by the members of this workspace');
      expect(text).toContain('/apology-check digest shows it to you alone');
    }
    harness.gate.answer('users.info', BERLIN);
    expect(await kept(at)).toEqual(before);
    expect(posts()).toBe(posted);
  });
});

test('digest help shows every form of the command, to this person only', async () => {
  const answer = await send('help', await harness.act());
  expect(answer).toMatchObject({ response_type: 'ephemeral' });
  for (const part of ['digest on', 'digest off', 'digest status', 'digest here now 30d', '2026-10'])
    expect(answer.text).toContain(part);
});
