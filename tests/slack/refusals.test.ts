import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Act } from '../../src/sandbox/slack-driver.ts';
import { callbacks } from '../../src/slack/ids.ts';
import { literalText } from '../support/literal-text.ts';
import { BAD_DRAFT } from '../support/sample-review.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

// One draft a test; what Slack refuses in it is what the test is about.
const DRAFT = 'We are sorry if anyone was affected.';

let harness: Harness;
let act: Act;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  act = await harness.act('support');
});
afterAll(() => harness.close());

const threadsBefore = async () => (await harness.slack.messages(act.channel.id)).length;

describe('where Slack lets the bot not post, the review is shown to the person alone', () => {
  test.each([
    ['not_in_channel', /invite/],
    ['channel_not_found', /invite/],
    ['is_archived', /archived/],
    ['restricted_action', /may post/],
    ['restricted_action_read_only_channel', /may post/],
    ['restricted_action_thread_only_channel', /may post/],
    ['ekm_access_denied', /encryption/],
    ['team_access_not_granted', /workspace/],
    ['token_revoked', /access/],
  ])('%s', async (error, says) => {
    const before = await threadsBefore();
    harness.gate.refuse('chat.postMessage', { error });
    await harness.driver.command(DRAFT, act);
    await harness.settled();

    expect(await threadsBefore()).toBe(before);
    const [shown, ...more] = harness.responseUrls.shown(act.responseUrl);
    expect(more).toEqual([]);
    expect(shown?.response_type).toBe('ephemeral');
    expect(shown?.text).toMatch(says);
    expect(shown?.text).toContain('Hold this one');
  });

  test('a private channel that the bot is not in', async () => {
    const inPrivate = await harness.act('backstage');
    await harness.driver.command(DRAFT, inPrivate);
    await harness.settled();
    expect(harness.responseUrls.shown(inPrivate.responseUrl)[0]?.text).toContain('/invite');
  });

  test('a direct message between people, where Slack lets no bot write', async () => {
    const act = await harness.act('support');
    const dm = { ...act, channel: { id: 'D0PEOPLE', name: 'directmessage' } };
    await harness.driver.messageShortcut(callbacks.checkApology, { ts: '1.1', text: DRAFT }, dm);
    await harness.settled();
    const [shown, ...more] = harness.responseUrls.shown(dm.responseUrl);
    expect(more).toEqual([]);
    expect(shown?.response_type).toBe('ephemeral');
    expect(shown?.text).toContain('In a direct message between people I can answer only you.');
  });

  test.each(['cannot_reply_to_message', 'restricted_action_thread_locked', 'thread_not_found'])(
    '%s',
    async (error) => {
      harness.gate.refuse('chat.postMessage', { error });
      await harness.driver.messageShortcut(callbacks.checkApology, { ts: '1.1', text: DRAFT }, act);
      await harness.settled();
      expect(harness.responseUrls.shown(act.responseUrl)).toMatchObject([{ response_type: 'ephemeral' }]);
    },
  );
});

describe('invalid_blocks', () => {
  test('in the channel: the reply is posted once, without the newest blocks', async () => {
    const ts = await harness.slack.say(DRAFT, act.channel.id);
    harness.gate.refuse('chat.postMessage', { error: 'invalid_blocks' });
    await harness.driver.messageShortcut(callbacks.checkApology, { ts, text: DRAFT }, act);
    await harness.settled();

    const [, reply, ...more] = await harness.slack.thread(act.channel.id, ts);
    expect(more).toEqual([]);
    const types = reply?.blocks?.map(({ type }) => type);
    expect(types).toContain('rich_text');
    expect(types).not.toContain('container');
    expect(literalText(reply?.blocks)).toContain('Everything else');
  });

  test('in a private answer: it is shown without the newest blocks', async () => {
    harness.responseUrls.refuseOnce(act.responseUrl, 400, 'invalid_blocks');
    await harness.driver.command(`private ${DRAFT}`, act);
    await harness.settled();
    const [shown] = harness.responseUrls.shown(act.responseUrl);
    expect(shown?.blocks.map(({ type }) => type)).not.toContain('container');
  });
});

describe('failures that pass', () => {
  test('a rate limit is waited out: one parent, one reply', async () => {
    const before = await threadsBefore();
    harness.gate.refuse('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
    await harness.driver.command(DRAFT, act);
    await harness.settled();
    const messages = await harness.slack.messages(act.channel.id);
    expect(messages).toHaveLength(before + 1);
    expect(await harness.slack.thread(act.channel.id, messages.at(-1)?.ts ?? '')).toHaveLength(2);
  });

  test('a failure between parent and reply does not post the parent again', async () => {
    const already = harness.gate.calls('chat.postMessage').length;
    harness.gate.refuse('chat.postMessage', 'pass', { error: 'internal_error' });
    await harness.driver.command(DRAFT, act);
    await harness.settled();
    const calls = harness.gate.calls('chat.postMessage').slice(already);
    expect(calls.map(({ params }) => params.thread_ts === undefined)).toEqual([true, false, false]);
  });

  test('when every attempt fails the person hears of it and gets the draft back', async () => {
    const before = await threadsBefore();
    harness.gate.refuse('chat.postMessage', ...Array(3).fill({ error: 'fatal_error' }));
    await harness.driver.command('Sorry about the <lamp>.'.replace('<', '&lt;').replace('>', '&gt;'), act);
    await harness.settled();
    expect(await threadsBefore()).toBe(before);
    const [shown] = harness.responseUrls.shown(act.responseUrl);
    expect(shown?.text).toContain('try again');
    expect(literalText(shown?.blocks)).toContain('Sorry about the <lamp>.');
    expect(harness.logLines).toContainEqual(expect.stringContaining('gave up'));
    // Counted, not compared: a failure must not print the drafts either.
    expect(harness.logLines.filter((line) => line.includes('lamp'))).toHaveLength(0);
  });
});

describe('an expired response_url', () => {
  test('a private answer comes as an ephemeral message instead', async () => {
    const already = harness.gate.calls('chat.postEphemeral').length;
    harness.responseUrls.expire(act.responseUrl);
    await harness.driver.command(`private ${DRAFT}`, act);
    await harness.settled();
    expect(harness.gate.calls('chat.postEphemeral').slice(already)).toMatchObject([
      { params: { channel: act.channel.id, user: act.user.id } },
    ]);
  });

  test('and where the bot is not in the channel either, as a direct message, never in the channel', async () => {
    const before = await threadsBefore();
    const already = harness.gate.calls('chat.postMessage').length;
    harness.responseUrls.expire(act.responseUrl);
    harness.gate.refuse('chat.postEphemeral', { error: 'not_in_channel' });
    await harness.driver.command(`private ${BAD_DRAFT}`, act);
    await harness.settled();
    expect(
      harness.gate
        .calls('chat.postMessage')
        .slice(already)
        .map(({ params }) => params.channel),
    ).toEqual([act.user.id]);
    expect(await threadsBefore()).toBe(before);
  });
});
