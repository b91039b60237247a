import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callbacks, replyActions } from '../../src/slack/ids.ts';
import { literalText } from '../support/literal-text.ts';
import type { StoredMessage } from '../support/local-slack.ts';
import { BAD_DRAFT } from '../support/sample-review.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

type Who = 'dana' | 'kim';

interface Pressable {
  readonly type: string;
  readonly action_id: string;
  readonly value: string;
  readonly block_id: string;
}

/** Every button of a message with the block it stands in; feedback buttons as the plain one that is pressed. */
const buttonsOf = ({ blocks = [] }: Pick<StoredMessage, 'blocks'>): Pressable[] =>
  blocks.flatMap(({ block_id, elements = [] }) =>
    elements.flatMap((element: Record<string, { value: string }> & Pressable) => {
      if (element.type === 'button') return [{ ...element, block_id }];
      if (element.type !== 'feedback_buttons') return [];
      return ['positive_button', 'negative_button'].map((name) => ({
        ...{ type: 'feedback_buttons', action_id: element.action_id, block_id },
        value: element[name]?.value ?? '',
      }));
    }),
  );

const find = (message: Pick<StoredMessage, 'blocks'>, action: string, about = ''): Pressable => {
  const found = buttonsOf(message).find(
    ({ action_id, value }) => action_id.startsWith(action) && value.includes(about),
  );
  if (!found) throw new Error(`there is no button ${action} ${about}`);
  return found;
};

/** Dana asks with the command; the parent and the reply as they stand in the thread. */
async function askForReview() {
  const { slack, driver } = harness;
  const act = await harness.act();
  await driver.command(BAD_DRAFT, act);
  await harness.settled();
  const parent = (await slack.messages(act.channel.id)).at(-1);
  if (!parent) throw new Error('no parent');
  const [, reply] = await slack.thread(act.channel.id, parent.ts);
  if (!reply) throw new Error('no reply');
  return { channelId: act.channel.id, parent, reply };
}

type Asked = Awaited<ReturnType<typeof askForReview>>;

/** Presses a button of the reply as it stood then; resolves to the reply as it stands now and to what was shown in private. */
async function press(asked: Asked, action: string, about = '', who: Who = 'dana') {
  const { slack, driver, responseUrls } = harness;
  const act = await harness.act('support', who);
  const answer = await driver.pressInMessage(find(asked.reply, action, about), { ...asked.reply }, act);
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  const thread = async () => slack.thread(asked.channelId, asked.parent.ts);
  return {
    now: async () => (await thread())[1],
    thread,
    told: () => responseUrls.shown(act.responseUrl),
  };
}

const headline = (message: StoredMessage | undefined): string =>
  message?.blocks?.find(({ type }) => type === 'header')?.text.text ?? '';

const fixesOf = (message: StoredMessage | undefined): string[] =>
  (message?.blocks ?? [])
    .map(({ block_id }) => block_id)
    .filter((id) => id.startsWith('point:'))
    .map((id) => id.slice('point:'.length));

describe('"Why"', () => {
  test('opens the reason of the rule, what to do and what it rests on', async () => {
    const asked = await askForReview();
    const opened = harness.gate.calls('views.open').length;
    await press(asked, replyActions.why, 'blames-others', 'kim');
    const { view } = (await harness.gate.nextCall('views.open', opened)).params;
    expect(view).toMatchObject({ type: 'modal', title: { text: 'Why this matters' } });
    const text = literalText(view.blocks);
    expect(text).toContain('It hurts the reader.');
    expect(text).toContain('Advice on blames-others.');
    expect(text).toContain('practice and experts');
    expect(view.submit).toBeUndefined();
  });
});

describe('"How this works"', () => {
  test('says what is judged and kept, what it rests on and how to turn it off', async () => {
    const asked = await askForReview();
    const opened = harness.gate.calls('views.open').length;
    await press(asked, replyActions.how, '', 'kim');
    const { view } = (await harness.gate.nextCall('views.open', opened)).params;
    expect(view).toMatchObject({ type: 'modal', title: { text: 'How this works' } });
    const text = literalText(view.blocks);
    for (const part of [
      'The apology is conditional',
      'Each part of a good apology has a weight',
      'practice',
      'I do not keep your drafts',
      '"Not an issue here"',
      '/apology-check private',
      '/apology-check settings',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/!|affected/);
  });
});

describe('"Not an issue here"', () => {
  test('moves the finding to a line of its own, scores again and lets the next one move up', async () => {
    const asked = await askForReview();
    expect(fixesOf(asked.reply)).toEqual(['conditional-apology', 'blames-others', 'repair-offer']);
    expect(asked.reply.text).toContain('31 of 100');

    const { now, told } = await press(asked, replyActions.dismiss, 'conditional-apology', 'kim');
    await expect
      .poll(async () => fixesOf(await now()))
      .toEqual(['blames-others', 'repair-offer', 'prevention-step']);
    const reply = await now();
    const marked = reply?.blocks?.find(({ block_id }) => block_id === 'marked:conditional-apology');
    expect(literalText(marked)).toBe(
      'Marked as not an issue: The apology is conditional “sorry if anyone was affected”',
    );
    // By the rules of the sample: what is there weighs 32 of 57, and one fault of 12 points is left.
    expect(headline(reply)).toBe('Hold this one: three fixes first');
    expect(reply?.text).toContain('44 of 100');
    expect(reply?.text).toContain('Marked as not an issue: The apology is conditional');
    expect(reply?.text).not.toContain('31 of 100');
    expect(told()).toEqual([]);
  });

  test('leaves the suggestion, its questions and the buttons as they were', async () => {
    const asked = await askForReview();
    const { now } = await press(asked, replyActions.dismiss, 'conditional-apology');
    await expect.poll(async () => fixesOf(await now())).not.toEqual(fixesOf(asked.reply));
    const rest = (message: StoredMessage | undefined) =>
      (message?.blocks ?? []).filter(({ block_id }) =>
        /^(?:suggestion|questions|changes|reply_buttons|feedback)/.test(block_id),
      );
    expect(rest(await now())).toEqual(rest(asked.reply));
    expect(rest(asked.reply).length).toBeGreaterThan(4);
  });

  test('twice changes nothing more, not even with the message of before', async () => {
    const asked = await askForReview();
    const { now } = await press(asked, replyActions.dismiss, 'blames-others');
    await expect.poll(async () => fixesOf(await now())).not.toContain('blames-others');
    const once = await now();
    const updates = harness.gate.calls('chat.update').length;
    await press(asked, replyActions.dismiss, 'blames-others');
    await harness.gate.nextCall('chat.update', updates);
    expect((await now())?.blocks).toEqual(once?.blocks);
  });

  test('of two people at once is heard from both', async () => {
    const asked = await askForReview();
    const first = await press(asked, replyActions.dismiss, 'blames-others', 'dana');
    await expect.poll(async () => fixesOf(await first.now())).not.toContain('blames-others');
    const second = await press(asked, replyActions.dismiss, 'conditional-apology', 'kim');
    await expect.poll(async () => fixesOf(await second.now())).not.toContain('conditional-apology');
    const reply = await second.now();
    expect(fixesOf(reply)).toEqual(['repair-offer', 'prevention-step']);
    expect(reply?.text).toContain('Our courier messed up');
  });

  test('can be undone: the finding is back with its words, and so is the score', async () => {
    const asked = await askForReview();
    const { now } = await press(asked, replyActions.dismiss, 'conditional-apology');
    await expect.poll(async () => fixesOf(await now())).not.toContain('conditional-apology');
    const marked = await now();
    if (!marked) throw new Error('no reply');
    const undone = await press({ ...asked, reply: marked }, replyActions.undo, 'conditional-apology', 'kim');
    await expect.poll(async () => fixesOf(await undone.now())).toEqual(fixesOf(asked.reply));
    const reply = await undone.now();
    const point = ({ blocks = [] }: Pick<StoredMessage, 'blocks'>) =>
      literalText(blocks.find(({ block_id }) => block_id === 'point:conditional-apology'));
    expect(point(reply ?? {})).toBe(point(asked.reply));
    expect(reply?.blocks?.some(({ block_id }) => /^(?:marked|undo)/.test(block_id))).toBe(false);
  });

  test('is kept with the review, with the new score, and forgets it when it is undone', async () => {
    const asked = await askForReview();
    const id = find(asked.reply, replyActions.delete).value;
    const { now } = await press(asked, replyActions.dismiss, 'conditional-apology');
    await expect.poll(() => harness.store.record(id)?.score).toBe(44);
    expect(await harness.store.setDismissed(harness.review(id), 'conditional-apology', true)).toEqual([
      'conditional-apology',
    ]);
    await expect.poll(async () => fixesOf(await now())).not.toContain('conditional-apology');
    const marked = await now();
    if (!marked) throw new Error('no reply');
    await press({ ...asked, reply: marked }, replyActions.undo);
    await expect
      .poll(() => harness.store.setDismissed(harness.review(id), 'blames-others', false))
      .toEqual([]);
  });

  test('where only one person sees the review: it is noted, with what to do and a way back', async () => {
    const asked = await askForReview();
    const { driver, responseUrls } = harness;
    const act = await harness.act();
    const updates = harness.gate.calls('chat.update').length;
    const pressed = find(asked.reply, replyActions.dismiss, 'conditional-apology');
    await driver.pressInMessage(pressed, { ...asked.reply }, act, true);
    await expect.poll(() => responseUrls.shown(act.responseUrl).length).toBe(1);
    const [note] = responseUrls.shown(act.responseUrl);
    expect(note).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(note?.text).toMatch(
      /^Noted: not an issue here \(The apology is conditional\)\..*Check the draft again/,
    );
    expect(harness.gate.calls('chat.update')).toHaveLength(updates);
    // Its undo works too.
    const undo = find(
      { blocks: note?.blocks as StoredMessage['blocks'] } as StoredMessage,
      replyActions.undo,
    );
    const again = await harness.act();
    await driver.pressInMessage(undo, { ts: '1.1' }, again, true);
    await expect.poll(() => responseUrls.shown(again.responseUrl)[0]?.text).toContain('it counts again');
  });

  test('on a message of an earlier version, without a state: it is noted, and says that it cannot be scored', async () => {
    const asked = await askForReview();
    const blocks = asked.reply.blocks?.map((block) =>
      block.block_id.startsWith('state:') ? { ...block, block_id: 'x1Y' } : block,
    );
    const { told, now } = await press(
      { ...asked, reply: { ...asked.reply, ...(blocks ? { blocks } : {}) } },
      replyActions.dismiss,
      'conditional-apology',
    );
    await expect.poll(() => told()[0]?.text).toContain('earlier version');
    expect((await now())?.blocks).toEqual(asked.reply.blocks);
  });

  test('where the bot may no longer change its message, Slack is asked by way of the button', async () => {
    const asked = await askForReview();
    harness.gate.refuse('chat.update', { error: 'not_in_channel' });
    const { told } = await press(asked, replyActions.dismiss, 'conditional-apology');
    await expect.poll(() => told()[0]?.replace_original).toBe(true);
    expect(told()[0]?.text).toContain('44 of 100');
  });

  test('in a channel that is archived by now: it is noted, and the person is told that the reply stays', async () => {
    const asked = await askForReview();
    harness.gate.refuse('chat.update', { error: 'is_archived' });
    const act = await harness.act('orders');
    harness.responseUrls.refuseOnce(act.responseUrl, 404, 'expired_url');
    const button = find(asked.reply, replyActions.dismiss, 'conditional-apology');
    await harness.driver.pressInMessage(button, { ...asked.reply }, act);
    await expect
      .poll(() => harness.responseUrls.shown(act.responseUrl)[0]?.text)
      .toContain('I have noted it, but this conversation takes no changes');
  });

  test('with a text that is too long for a change, the blocks are changed all the same', async () => {
    const asked = await askForReview();
    harness.gate.refuse('chat.update', { error: 'msg_too_long' });
    const { now } = await press(asked, replyActions.dismiss, 'conditional-apology');
    await expect.poll(async () => fixesOf(await now())).not.toContain('conditional-apology');
  });

  test('on a review that is no longer kept says so and what to do', async () => {
    const asked = await askForReview();
    await harness.store.forget(harness.review(find(asked.reply, replyActions.delete).value));
    const { told } = await press(asked, replyActions.dismiss, 'conditional-apology');
    await expect.poll(() => told()[0]?.text).toContain('I no longer keep this review');
  });

  test('on a text that somebody edited in the same moment changes nothing, and points to the newer reply', async () => {
    const asked = await askForReview();
    const id = find(asked.reply, replyActions.delete).value;
    const { slack, store, gate } = harness;
    const record = { engine: 'rules', rulesVersion: '1', present: [], missing: [], faults: [] };
    await store.revise(harness.review(id), 0, { ...record, band: 'ready', score: 97 });
    const updates = gate.calls('chat.update').length;
    const { told } = await press(asked, replyActions.dismiss, 'conditional-apology', 'kim');
    await expect.poll(() => told()[0]?.text).toContain('Please have a look at the newer reply');
    expect(told()[0]).toMatchObject({ response_type: 'ephemeral', thread_ts: asked.parent.ts });
    expect(gate.calls('chat.update')).toHaveLength(updates);
    expect(await store.standing(harness.review(id))).toEqual({ revision: 1, band: 'ready', score: 97 });
    expect(await store.setDismissed(harness.review(id), 'blames-others', false)).toEqual([]);
    expect((await slack.thread(asked.channelId, asked.parent.ts))[1]?.text).toContain('31 of 100');
  });

  test('is offered for what was found, not for what is missing', async () => {
    const { reply } = await askForReview();
    const dismissable = buttonsOf(reply)
      .filter(({ action_id }) => action_id === replyActions.dismiss)
      .map(({ value }) => value.split(':')[1]);
    expect(dismissable).toEqual(['conditional-apology', 'blames-others']);
  });
});

describe('"Delete"', () => {
  test('asks first', async () => {
    const { reply } = await askForReview();
    expect(find(reply, replyActions.delete)).toMatchObject({ confirm: { confirm: { text: 'Delete it' } } });
  });

  test('by the person who asked takes away reply and parent and forgets the review', async () => {
    const asked = await askForReview();
    const id = find(asked.reply, replyActions.delete).value;
    await press(asked, replyActions.delete, '', 'dana');
    await expect.poll(() => harness.store.progress(harness.review(id))).toBeUndefined();
    const left = await harness.slack.messages(asked.channelId);
    expect(left.map(({ ts }) => ts)).not.toContain(asked.parent.ts);
    const deleted = harness.gate.calls('chat.delete').map(({ params }) => params.ts);
    expect(deleted.slice(-2)).toEqual([asked.parent.ts, asked.reply.ts]);
  });

  test('by anybody else changes nothing and is answered kindly, to them alone', async () => {
    const asked = await askForReview();
    const { told, thread } = await press(asked, replyActions.delete, '', 'kim');
    await expect.poll(() => told()[0]?.text).toContain('Only the person who asked for this review');
    expect(told()[0]).toMatchObject({ response_type: 'ephemeral', thread_ts: asked.parent.ts });
    expect(await thread()).toHaveLength(2);
  });

  test('by an admin works on the review of somebody else', async () => {
    const asked = await askForReview();
    harness.gate.answer('users.info', { ok: true, user: { id: 'U9', is_admin: true } });
    await press(asked, replyActions.delete, '', 'kim');
    await expect
      .poll(async () => (await harness.slack.messages(asked.channelId)).map(({ ts }) => ts))
      .not.toContain(asked.parent.ts);
    harness.gate.answer('users.info', { ok: true, user: { id: 'U9', is_admin: false } });
  });

  test.each([
    ['a guest', { ok: true, user: { id: 'U9', is_restricted: true } }],
    ['whoever Slack does not know here', { ok: false, error: 'user_not_found' }],
    ['whoever Slack will not tell about', { ok: false, error: 'a_refusal_of_tomorrow' }],
  ])('by %s counts as by anybody else', async (_, answer) => {
    const asked = await askForReview();
    harness.gate.answer('users.info', answer);
    const { told, thread } = await press(asked, replyActions.delete, '', 'kim');
    await expect.poll(() => told()[0]?.text).toContain('Only the person who asked for this review');
    expect(await thread()).toHaveLength(2);
    harness.gate.answer('users.info', { ok: true, user: { id: 'U9', is_admin: false } });
  });

  test('leaves a message that a person wrote where it is', async () => {
    const { slack, driver } = harness;
    const act = await harness.act('orders');
    const ts = await slack.say(BAD_DRAFT, act.channel.id);
    await driver.messageShortcut(callbacks.checkApology, { ts, text: BAD_DRAFT }, act);
    await harness.settled();
    const [, reply] = await slack.thread(act.channel.id, ts);
    if (!reply) throw new Error('no reply');
    await driver.pressInMessage(find(reply, replyActions.delete), { ...reply }, await harness.act('orders'));
    await expect.poll(async () => (await slack.thread(act.channel.id, ts)).length).toBe(1);
    expect((await slack.messages(act.channel.id)).at(-1)?.text).toBe(BAD_DRAFT);
  });

  test('of a review that only one person sees takes it away from their screen', async () => {
    const asked = await askForReview();
    const act = await harness.act();
    await harness.driver.pressInMessage(
      find(asked.reply, replyActions.delete),
      { ...asked.reply },
      act,
      true,
    );
    await expect
      .poll(() => harness.responseUrls.shown(act.responseUrl))
      .toMatchObject([{ delete_original: true }]);
  });

  test('that Slack refuses is told, and can be tried again', async () => {
    const asked = await askForReview();
    const id = find(asked.reply, replyActions.delete).value;
    harness.gate.refuse('chat.delete', { error: 'cant_delete_message' });
    const { told } = await press(asked, replyActions.delete);
    await expect.poll(() => told()[0]?.text).toContain('Slack does not let me delete');
    expect(await harness.store.progress(harness.review(id))).toBeDefined();
    await press(asked, replyActions.delete);
    await expect.poll(() => harness.store.progress(harness.review(id))).toBeUndefined();
  });
});

describe('feedback', () => {
  test.each([
    ['helpful', ':helpful'],
    ['not-helpful', ':not-helpful'],
  ])('%s is kept and answered with thanks, to the person alone', async (feedback, about) => {
    const asked = await askForReview();
    const { told } = await press(asked, replyActions.rate, about, 'kim');
    await expect.poll(() => told()[0]?.text).toMatch(/^Thank you/);
    expect(told()[0]).toMatchObject({ response_type: 'ephemeral' });
    expect(harness.store.feedback(find(asked.reply, replyActions.delete).value)).toBe(feedback);
  });
});

test('a reply that Slack took without its newest blocks has every button and can be marked too', async () => {
  harness.gate.refuse('chat.postMessage', 'pass', { error: 'invalid_blocks' });
  const asked = await askForReview();
  expect(asked.reply.blocks?.map(({ type }) => type)).not.toContain('container');
  expect(asked.reply.blocks?.map(({ type }) => type)).not.toContain('context_actions');
  expect(buttonsOf(asked.reply).map(({ action_id }) => action_id)).toContain(replyActions.notHelpful);

  const { told } = await press(asked, replyActions.helpful);
  await expect.poll(() => told()[0]?.text).toMatch(/^Thank you/);
  const { now } = await press(asked, replyActions.dismiss, 'conditional-apology');
  await expect.poll(async () => fixesOf(await now())).toContain('prevention-step');
  const types = (await now())?.blocks?.map(({ type }) => type);
  expect(types).not.toContain('container');
  expect(types).toContain('actions');
});

test('no button and no block id holds a word of the draft', async () => {
  const { reply } = await askForReview();
  const values = buttonsOf(reply).map(({ value }) => value);
  for (const value of values) expect(value).toMatch(/^[0-9a-f-]{36}(?::[a-z-]+)?$/);
  expect(values.length).toBeGreaterThan(6);
  const ids = (reply.blocks ?? []).map(({ block_id }) => block_id);
  expect(ids.join(' ')).not.toMatch(/courier|sorry if|affected/);
  expect(new Set(ids).size).toBe(ids.length);
});
