import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rulesEngine } from '../../src/adapters/engines/rules-engine.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { editorActions, editorCallbacks, replyActions } from '../../src/slack/ids.ts';
import { literalText } from '../support/literal-text.ts';
import type { StoredMessage } from '../support/local-slack.ts';
import { openForm } from '../support/open-form.ts';
import { replied } from '../support/replied.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ engine: rulesEngine, rules: RULES });
});
afterAll(() => harness.close());

const DRAFT = `Dear Mr Whitlock,

I'm sorry if the delay of parcel 88120 caused you any trouble. We left it off Friday's van, and our courier should have told you so. I have sent a new lamp this morning.

Kind regards
Mara`;
const FIRST = 'What will be different next time?';
const SECOND = 'Who will be in touch with them, and when?';

const edit = async (message: StoredMessage | undefined, value: string, who: 'dana' | 'kim' = 'dana') => {
  const button = { action_id: replyActions.editAgain, value };
  return openForm(harness, who, (act) =>
    harness.driver.pressInMessage(button, { ts: '0', ...message }, act, message === undefined),
  );
};

describe('"Edit and check again" on a reply', () => {
  test('opens with the suggestion of that reply, its questions, and its score', async () => {
    const { id, reply } = await replied(harness, DRAFT);
    const form = await edit(await reply(), id);
    expect(form.view().callback_id).toBe(editorCallbacks.editModal);
    expect(form.view().submit?.text).toBe('Use this');
    expect(form.draft().join('')).toMatch(/^Dear Mr Whitlock,\n\nI'm sorry for the delay of parcel 88120\./);
    expect(form.draft().join('')).toContain('Kind regards\nMara');
    expect(form.labels()).toContain(FIRST);
    expect(form.labels()).not.toContain('Where shall I answer?');
    await form.press(editorActions.checkAgain);
    expect(form.words()).toContain('Before: 55 of 100, needs work. Now: 82 of 100, good');
  });

  test('"Use this" puts the answered text and its review in the place of the reply', async () => {
    const { id, reply } = await replied(harness, DRAFT);
    const form = await edit(await reply(), id);
    form.type(FIRST, 'two of us check the van before it leaves');
    form.type(SECOND, 'I will call you on Friday');
    expect(await form.submit()).toBeUndefined();
    const { text, blocks } = await reply();
    expect(literalText(blocks)).toMatch(
      /The draft as it stands now.*two of us check the van before it leaves/s,
    );
    expect(text).toContain('I will call you on Friday');
    expect(text).not.toContain('[what');
    expect(harness.store.record(id)?.score).toBeGreaterThan(82);
    expect(JSON.stringify(harness.store.record(id))).not.toContain('van');
  });

  test('after a check the fresh score is what the reply shows', async () => {
    const { id, reply } = await replied(harness, DRAFT);
    const form = await edit(await reply(), id);
    form.type(FIRST, 'two of us check the van before it leaves');
    form.type(SECOND, 'I will call you on Friday');
    await form.press(editorActions.checkAgain);
    const score = /Now: (\d+) of 100/.exec(form.words())?.[1];
    await form.submit();
    expect((await reply()).text).toContain(`${score} of 100`);
  });

  test('can be edited again from the text it then shows', async () => {
    const { id, reply } = await replied(harness, DRAFT);
    const form = await edit(await reply(), id);
    form.type('Your draft', "Dear Mr Whitlock, I'm sorry that we left parcel 88120 off Friday's van.");
    form.type(FIRST, '');
    await form.submit();
    const again = await edit(await reply(), id);
    expect(again.draft().join('')).toContain("off Friday's van");
  });

  test('mentions nobody, whatever the text says', async () => {
    const { id, reply } = await replied(harness, DRAFT);
    const form = await edit(await reply(), id);
    form.type('Your draft', 'Sorry <!channel> & @here, we lost your order.');
    await form.submit();
    const { params } = harness.gate.calls('chat.update').at(-1) ?? {};
    expect(params?.parse).toBe('none');
    expect(params?.text).toContain('&lt;!channel&gt; &amp; @here');
    expect(JSON.stringify(params?.blocks)).not.toMatch(/"mrkdwn"|"broadcast"/);
    expect((await edit(await reply(), id)).draft().join('')).toMatch(/Sorry <!channel> & @here|\[/);
  });

  test('a text without words is said at its field', async () => {
    const { id, reply } = await replied(harness, DRAFT);
    const form = await edit(await reply(), id);
    form.type('Your draft', ' ');
    expect(await form.submit()).toMatchObject({
      response_action: 'errors',
      errors: { draft: expect.any(String) },
    });
  });
});

describe('two people who edit the same reply', () => {
  test('the later one is told, loses nothing, and may use theirs all the same', async () => {
    const { id, reply } = await replied(harness, DRAFT);
    const before = await reply();
    const dana = await edit(before, id, 'dana');
    const kim = await edit(before, id, 'kim');
    dana.type('Your draft', "I'm sorry that we left parcel 88120 off the van. Dana.");
    kim.type('Your draft', "I'm sorry about parcel 88120. Kim.");
    kim.type(FIRST, '');
    expect(await dana.submit()).toBeUndefined();
    const told = await kim.submit();
    expect(told).toMatchObject({ response_action: 'update' });
    expect(kim.words()).toMatch(/Somebody else has changed this reply.*It stands at \d+ of 100/s);
    expect(kim.words()).toContain('Look at the newer one');
    expect(kim.draft()).toEqual(["I'm sorry about parcel 88120. Kim."]);
    expect(kim.view().submit?.text).toBe('Use mine all the same');
    expect((await reply()).text).toContain('Dana.');

    expect(await kim.submit()).toBeUndefined();
    expect((await reply()).text).toContain('Kim.');
  });

  test('a third one in between is seen as well', async () => {
    const { id, reply } = await replied(harness, DRAFT);
    const before = await reply();
    const [one, two, three] = [await edit(before, id), await edit(before, id), await edit(before, id)];
    for (const [form, name] of [
      [one, 'One'],
      [two, 'Two'],
      [three, 'Three'],
    ] as const)
      form.type('Your draft', `I'm sorry about parcel 88120. ${name}.`);
    await one.submit();
    await three.submit();
    await two.submit();
    await two.submit();
    expect(await three.submit()).toMatchObject({ response_action: 'update' });
    expect((await reply()).text).toContain('Two.');
  });
});

describe('when there is nothing to start from', () => {
  test('a reply that only this person sees opens the form empty, and stays private', async () => {
    const { id } = await replied(harness, DRAFT);
    const form = await edit(undefined, id);
    expect(form.draft()).toEqual(['']);
    expect(form.words()).toContain('Please paste your draft here; the answer will again be for you alone.');
    expect(
      form.view().blocks.find(({ block_id }) => block_id === 'only_me').element.initial_options,
    ).toHaveLength(1);
    const posted = harness.gate.calls('chat.postMessage').length;
    form.type('Your draft', "I'm sorry about parcel 88120.");
    await form.submit();
    await harness.settled();
    expect(harness.gate.calls('chat.postMessage')).toHaveLength(posted);
  });

  test('a reply without a suggestion opens the form empty, and can be changed all the same', async () => {
    const { id, reply } = await replied(harness, 'Our shop opens at nine on Monday and closes at five.');
    const form = await edit(await reply(), id);
    expect(form.draft()).toEqual(['']);
    expect(form.words()).toContain('Please paste your draft here.');
    form.type('Your draft', "I'm sorry that we opened late on Monday.");
    await form.submit();
    expect((await reply()).text).toContain('opened late on Monday');
  });

  test('a button of a review that is not kept any more opens the form with its text, to be answered anew', async () => {
    const { reply } = await replied(harness, DRAFT);
    const form = await edit(await reply(), 'a review of long ago');
    expect(form.words()).toContain('I no longer keep the numbers of this review');
    expect(form.draft().join('')).toContain('parcel 88120');
    expect(form.view().submit?.text).toBe('Check it');
  });
});

describe('when Slack does not take the change', () => {
  test('a reply that was deleted is said in the form, with the text kept', async () => {
    const { id, reply } = await replied(harness, DRAFT);
    const form = await edit(await reply(), id);
    form.type('Your draft', "I'm sorry about parcel 88120.");
    harness.gate.refuse('chat.update', { error: 'message_not_found' });
    expect(await form.submit()).toMatchObject({ response_action: 'update' });
    expect(form.words()).toContain('The reply is no longer there');
    expect(form.draft()).toEqual(["I'm sorry about parcel 88120."]);
    // It was nobody else, so the next try is not told of anybody.
    expect(await form.submit()).toBeUndefined();
    expect((await reply()).text).toContain('parcel 88120');
  });

  test.each(['msg_blocks_too_long', 'msg_too_long'])(
    '%s: the form says so and keeps the text, and nothing of the reply or its numbers has changed',
    async (error) => {
      const { id, reply } = await replied(harness, DRAFT);
      const before = await reply();
      const record = harness.store.record(id);
      const form = await edit(before, id);
      const text =
        `I'm sorry about parcel 88120. ${'We packed it late and sent it late. '.repeat(70)}`.trim();
      form.type('Your draft', text);
      // However short it becomes.
      harness.gate.answer('chat.update', { ok: false, error });
      expect(await form.submit()).toMatchObject({ response_action: 'update' });
      harness.gate.answer('chat.update', undefined);
      expect(form.words()).toContain('longer than a reply may be. Your text is still here.');
      expect(form.draft().join('')).toBe(text);
      expect(await reply()).toEqual(before);
      expect(harness.store.record(id)).toEqual(record);
      expect(await harness.store.standing(harness.review(id))).toMatchObject({ revision: 0 });
      const sent = harness.gate.calls('chat.update').map(({ params }) => params.blocks);
      expect(sent.every((blocks) => blocks.length > 0)).toBe(true);
    },
  );

  test.each([
    ['invalid_blocks', 'blocks'],
    ['msg_too_long', 'text'],
  ])('%s is tried once more in a plainer form', async (error, param) => {
    const { id, reply } = await replied(harness, DRAFT);
    const form = await edit(await reply(), id);
    form.type(
      'Your draft',
      `I'm sorry about parcel 88120. ${'We packed it late & sent it late. '.repeat(80)}`,
    );
    harness.gate.refuse('chat.update', { error });
    expect(await form.submit()).toBeUndefined();
    const [first, second] = harness.gate.calls('chat.update').slice(-2);
    expect(JSON.stringify(second?.params[param]).length).not.toBe(
      JSON.stringify(first?.params[param]).length,
    );
    if (error === 'msg_too_long') expect(second?.params.text.length).toBeLessThanOrEqual(4000);
    expect(literalText((await reply()).blocks)).toContain('sent it late. We packed');
  });
});
