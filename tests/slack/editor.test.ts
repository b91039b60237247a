import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rulesEngine } from '../../src/adapters/engines/rules-engine.ts';
import { type Context, contextSchema } from '../../src/evaluator/context-schema.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { editorActions } from '../../src/slack/ids.ts';
import { CONTEXT_FIELD_NAMES } from '../../src/slack/views/context-fields.ts';
import { openForm } from '../support/open-form.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

const contexts: Context[] = [];
let harness: Harness;
beforeAll(async () => {
  const engine: typeof rulesEngine = {
    name: 'rules',
    review(text, context, options) {
      contexts.push(context);
      return rulesEngine.review(text, context, options);
    },
  };
  harness = await startHarness({ engine, rules: RULES });
});
afterAll(() => harness.close());

const DRAFT = `Hello Jonas,

we charged your card twice for order 4471 and I'm sorry about that. The second payment of €89 was our mistake. I sent it back this morning and your bank should show it by Thursday.

Thank you for telling us,
Priya`;

const open = () => openForm(harness, 'dana', (act) => harness.driver.command('', act));
const blanksOf = (form: Awaited<ReturnType<typeof open>>) =>
  form.labels().filter((label) => label.endsWith('?') && !ALWAYS.includes(label));
const ALWAYS = [
  'Where will the customer read it?',
  'What happened?',
  'What did the customer say?',
  'Where shall I answer?',
  'Who sees it?',
];

describe('"Check here first"', () => {
  test('answers inside the form, with words before the number, quotes and what to do', async () => {
    const form = await open();
    form.type('Your draft', 'We are sorry if anyone was affected. Our courier messed up.');
    await form.press(editorActions.checkAgain);
    expect(form.words()).toMatch(
      /Hold this one: three fixes first.*\d of 100, hold this one\. Only you see this/s,
    );
    expect(form.words()).toContain('sorry if anyone was affected');
    expect(form.draft()).toEqual(['We are sorry if anyone was affected. Our courier messed up.']);
    expect(harness.gate.calls('chat.postMessage')).toEqual([]);
    expect(await harness.store.depth()).toBe(0);
  });

  test('asks what the suggestion leaves open, and puts the answers into the text', async () => {
    const form = await open();
    form.type('Your draft', DRAFT);
    await form.press(editorActions.checkAgain);
    expect(blanksOf(form)).toEqual([
      'What will be different next time?',
      'Who will be in touch with them, and when?',
    ]);
    form.type('What will be different next time?', 'two of us look at every second payment.');
    form.type('Who will be in touch with them, and when?', 'I will write to you on Friday');
    await form.press(editorActions.checkAgain);

    const text = form.draft().join('');
    expect(text).toContain('two of us look at every second payment. ');
    expect(text).toContain('I will write to you on Friday.');
    expect(text).not.toContain('[');
    expect(form.words()).toMatch(
      /Before: 71 of 100, good\. Now: \d+ of 100, (?:good|ready to send)\. That is \d+ points more/,
    );
    expect(blanksOf(form)).toEqual([]);
    // Their own words are not lost by it.
    expect(form.words()).toMatch(/Your words before.*we charged your card twice/s);
  });

  test('an answer to one of two questions leaves the other one asked', async () => {
    const form = await open();
    form.type('Your draft', DRAFT);
    await form.press(editorActions.checkAgain);
    form.type('What will be different next time?', 'two of us look at every payment');
    await form.press(editorActions.checkAgain);
    expect(form.draft().join('')).toContain('[who will be in touch, and when]');
    expect(blanksOf(form)).toEqual(['Who will be in touch with them, and when?']);
    form.type('Who will be in touch with them, and when?', 'I will write on Friday');
    await form.press(editorActions.checkAgain);
    expect(form.draft().join('')).not.toContain('[');
  });

  test('changes made to the draft since are in the text that the answers go into', async () => {
    const form = await open();
    form.type('Your draft', DRAFT);
    await form.press(editorActions.checkAgain);
    form.type('Your draft', DRAFT.replace('€89', '€98'));
    form.type('What will be different next time?', 'two of us look at every payment');
    await form.press(editorActions.checkAgain);
    expect(form.draft().join('')).toContain('€98');
    expect(form.draft().join('')).not.toContain('€89');
  });

  test('the suggestion can be taken as it is', async () => {
    const form = await open();
    form.type('Your draft', DRAFT);
    await form.press(editorActions.checkAgain);
    await form.press(editorActions.takeSuggestion);
    expect(form.draft().join('')).toContain('[what will be different next time]');
    expect(blanksOf(form)).toHaveLength(2);
  });

  test('a good draft is told so and left alone', async () => {
    const form = await open();
    form.type(
      'Your draft',
      "Hi Ms Okafor,\n\nYour reading lamp went out on Friday with the wrong plug, and that is my doing: I picked it from the export shelf and did not check the label. I'm sorry. You had to read by the ceiling light all weekend.\n\nA lamp with the right plug leaves today by courier and will be with you tomorrow before noon. From now on two of us check every plug before a parcel is closed.\n\nIf tomorrow doesn't suit you, call me on 01632 960 417 and I will find another way.\n\nMara Lindqvist",
    );
    await form.press(editorActions.checkAgain);
    expect(form.words()).toMatch(/Ready to send.*Nothing here has to change/s);
    expect(blanksOf(form)).toEqual([]);
  });

  test('an empty draft is said above the form, which stays', async () => {
    const form = await open();
    form.type('What happened?', 'The lift broke.');
    await form.press(editorActions.checkAgain);
    expect(form.words()).toContain('There is no text to read here.');
    expect(form.read('What happened?')).toBe('The lift broke.');
  });

  test('what was typed and cannot be read is named, and stays', async () => {
    const form = await open();
    await form.press(editorActions.moreFields);
    form.type('Your draft', DRAFT);
    form.type('What have you promised, and by when?', 'a new lamp soon');
    await form.press(editorActions.checkAgain);
    expect(form.words()).toMatch(/"What have you promised, and by when\?" Please write each promise/);
    expect(form.read('What have you promised, and by when?')).toBe('a new lamp soon');
  });
});

describe('"More about it"', () => {
  test('shows what else a sender can know, and keeps what was typed', async () => {
    const form = await open();
    form.type('Your draft', DRAFT);
    form.type('What happened?', 'We charged twice.');
    form.set('channel', {
      selected_option: { text: { type: 'plain_text', text: 'Letter' }, value: 'letter' },
    });
    form.set('only_me', { selected_options: [{ value: 'only_me' }] });
    await form.press(editorActions.moreFields);
    expect(form.draft()).toEqual([DRAFT]);
    // Also for a client that knows nothing of what was typed before.
    const values = form.view().blocks.map(({ element }) => element?.initial_value);
    expect(values).toContain(DRAFT);
    expect(values).toContain('We charged twice.');
    expect(
      form.view().blocks.find(({ block_id }) => block_id === 'channel').element.initial_option.value,
    ).toBe('letter');
    expect(
      form.view().blocks.find(({ block_id }) => block_id === 'only_me').element.initial_options,
    ).toHaveLength(1);
    for (const label of ['Whose mistake was it?', 'What may you offer?', 'Your name, as you sign'])
      expect(form.labels()).toContain(label);
  });

  test('has a field for everything that a review can take into account', () => {
    expect(CONTEXT_FIELD_NAMES.toSorted()).toEqual(Object.keys(contextSchema.shape).toSorted());
  });

  test('what is put in is part of the check', async () => {
    const form = await open();
    await form.press(editorActions.moreFields);
    form.type('Your draft', DRAFT);
    form.set('fault', { selected_option: { value: 'shared' } });
    form.set('incident_at', { selected_date_time: 1772438400 });
    form.type('What may you offer?', '• full refund\n\n- a free month');
    form.type('What have you promised, and by when?', 'the refund by Thursday\nA call by Friday noon');
    form.type('When will you get in touch again?', 'Friday');
    form.set('prior_apologies', { selected_option: { value: '1' } });
    form.set('sensitive', { selected_option: { value: 'true' } });
    await form.press(editorActions.checkAgain);
    expect(contexts.at(-1)).toEqual({
      channel: 'email',
      fault: 'shared',
      incident_at: '2026-03-02T08:00:00.000Z',
      authority: ['full refund', 'a free month'],
      promises: [
        { what: 'the refund', by: 'Thursday' },
        { what: 'A call', by: 'Friday noon' },
      ],
      follow_up_on: 'Friday',
      prior_apologies: 1,
      sensitive: true,
    });
  });

  test('a promise without a day is said at its field when the form is sent', async () => {
    const form = await open();
    await form.press(editorActions.moreFields);
    form.type('Your draft', DRAFT);
    form.type('What have you promised, and by when?', 'a new lamp soon');
    expect(await form.submit()).toEqual({
      response_action: 'errors',
      errors: { promises: expect.stringContaining('a new lamp by Friday') },
    });
  });
});

describe('a long draft', () => {
  const long = Array.from(
    { length: 130 },
    (_, n) => `Sentence ${n} of it is about the second payment for order 4471.`,
  );

  test('gets further inputs, and all of it is read', async () => {
    const form = await open();
    await form.press(editorActions.moreRoom);
    await form.press(editorActions.moreRoom);
    expect(form.labels().slice(0, 3)).toEqual(['Your draft', 'Your draft, part 2', 'Your draft, part 3']);
    form.type('Your draft', DRAFT);
    form.type('Your draft, part 3', long.slice(0, 40).join(' '));
    expect(await form.submit()).toBeUndefined();
    await harness.settled();
    const parent = harness.gate.calls('chat.postMessage').at(-2)?.params;
    expect(parent?.text).toContain('Priya\nSentence 0');
    expect(parent?.text).toContain('Sentence 39');
  });

  test('more in one input than it takes is spread over several and not cut', async () => {
    const form = await open();
    const text = long.join(' ');
    form.type('Your draft', text);
    await form.press(editorActions.checkAgain);
    expect(form.draft().length).toBeGreaterThan(1);
    expect(form.draft().every((part) => part.length <= 3000)).toBe(true);
    expect(form.draft().join(' ')).toBe(text);
  });

  test('too many characters in all are said, and none is lost', async () => {
    const form = await open();
    for (let n = 0; n < 4; n += 1) await form.press(editorActions.moreRoom);
    expect(form.blockIds()).toContain('draft_5');
    for (const part of [1, 2, 3, 4, 5])
      form.type(part === 1 ? 'Your draft' : `Your draft, part ${part}`, 'Sorry. '.repeat(420));
    const before = form.draft();
    expect(await form.submit()).toEqual({
      response_action: 'errors',
      errors: { draft_5: expect.stringContaining('I read up to 12000') },
    });
    await form.press(editorActions.checkAgain);
    expect(form.words()).toContain('I read up to 12000');
    expect(form.draft()).toEqual(before);
  });
});

describe('when something comes in between', () => {
  test('a form that changed meanwhile is left as it is, and the person is told on top of it', async () => {
    const form = await open();
    form.type('Your draft', DRAFT);
    harness.gate.refuse('views.update', { error: 'hash_conflict' });
    const pushed = harness.gate.calls('views.push').length;
    await form.pressOnly(editorActions.checkAgain);
    const { view } = (await harness.gate.nextCall('views.push', pushed)).params;
    expect(JSON.stringify(view.blocks)).toContain('everything you typed is still there');
  });

  test('a form that was closed gives the draft back, to this person alone', async () => {
    const form = await open();
    form.type('Your draft', DRAFT);
    harness.gate.refuse('views.update', { error: 'view_not_found' });
    const posted = harness.gate.calls('chat.postMessage').length;
    await form.pressOnly(editorActions.checkAgain);
    const { params } = await harness.gate.nextCall('chat.postMessage', posted);
    expect(params.channel).toBe(harness.slack.user('dana').id);
    expect(params.text).toContain('The form was closed');
    expect(params.text).toContain('order 4471');
  });

  test('a form that Slack would no longer open is said to the person', async () => {
    harness.gate.refuse('views.open', { error: 'expired_trigger_id' });
    const act = await harness.act();
    await harness.driver.command('', act);
    await expect.poll(() => harness.responseUrls.shown(act.responseUrl).length).toBe(1);
    expect(harness.responseUrls.shown(act.responseUrl)[0]?.text).toMatch(/three seconds.*try once more/);
  });

  test('the same click delivered twice opens one form and says nothing', async () => {
    const act = await harness.act();
    await harness.driver.command('', act);
    await harness.driver.command('', act);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(harness.responseUrls.shown(act.responseUrl)).toEqual([]);
  });
});

test('sending it with answers that are not in the draft yet shows the text once more before anyone sees it', async () => {
  const form = await open();
  form.type('Your draft', DRAFT);
  await form.press(editorActions.checkAgain);
  form.type('What will be different next time?', 'two of us look at every payment');
  const posted = harness.gate.calls('chat.postMessage').length;
  expect(await form.submit()).toMatchObject({ response_action: 'update' });
  expect(form.words()).toContain('Please read it once');
  expect(form.draft().join('')).toContain('two of us look at every payment');
  expect(harness.gate.calls('chat.postMessage')).toHaveLength(posted);
  expect(await form.submit()).toBeUndefined();
  await harness.settled();
  expect(harness.gate.calls('chat.postMessage')).toHaveLength(posted + 2);
});
