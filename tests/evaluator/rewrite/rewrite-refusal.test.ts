import { describe, expect, test } from 'vitest';
import type { Context } from '../../../src/evaluator/context.ts';
import { evaluate } from '../../../src/evaluator/evaluate.ts';
import { rewriteDraft } from '../../../src/evaluator/rewrite/rewrite-draft.ts';
import { checkRewrite } from '../../../src/evaluator/rewrite/rewrite-refusal.ts';

const DRAFT =
  "Hi Priya, we're sorry if anyone was affected. We sent parcel 88120 to the wrong address on Monday. We cannot refund the £40 postage. I will send it again today. Best, Dana";

function check(text: string, draft = DRAFT, context: Context = {}) {
  const before = evaluate(draft, context);
  return checkRewrite(before, rewriteDraft(before, evaluate).text, text, evaluate);
}
const refusal = (text: string, draft?: string, context?: Context) => {
  const checked = check(text, draft, context);
  return 'refusal' in checked ? checked.refusal : 'stands';
};

const GOOD =
  "Hi Priya, I'm sorry that we sent parcel 88120 to the wrong address on Monday. That was our mistake, and I understand how frustrating it was. We cannot refund the £40 postage. I will send it again today. Best, Dana";

describe('a rewrite by somebody else', () => {
  test('stands where it says the same in better words, with our score of it', () => {
    const checked = check(GOOD);
    expect(checked).toMatchObject({ blanks: [], after: { draft: { text: GOOD } } });
    if ('refusal' in checked) throw new Error(checked.refusal);
    expect(checked.after.score.score).toBeGreaterThan(evaluate(DRAFT).score.score);
  });

  test('may leave the questions of our rules, and they are asked', () => {
    const text = GOOD.replace(
      'I will send',
      'Here is what I will do: [what you will do to put it right, and by when]. I will send',
    );
    expect(check(text)).toMatchObject({
      blanks: [{ text: '[what you will do to put it right, and by when]', rule: 'repair-offer' }],
    });
  });

  test('may use words of the context', () => {
    const text = GOOD.replace('Best', 'The label printer was jammed. Best');
    expect(refusal(text)).toBe('new-word');
    expect(refusal(text, DRAFT, { root_cause: 'The label printer was jammed' })).toBe('stands');
  });

  test.each<[string, string]>([
    ['unchanged', ''],
    ['unchanged', DRAFT],
    ['too-long', GOOD.repeat(80)],
    ['unknown-blank', GOOD.replace('Best', '[see https://evil.example] Best')],
    ['unknown-blank', GOOD.replace('Best', '[your name] Best')],
    ['hidden-characters', GOOD.replace('Priya', 'Pri\u200bya')],
    ['hidden-characters', GOOD.replace('Best', '🎉 Best')],
    ['hidden-characters', GOOD.replace('Priya', '\u202ePriya')],
    ['new-mark', GOOD.replace('Best', 'https://evil.example Best')],
    ['new-mark', GOOD.replace('Best', 'address.monday Best')],
    ['new-mark', GOOD.replace('Best', '@here Best')],
    ['new-mark', GOOD.replace('Best', '<!channel> Best')],
    ['new-mark', GOOD.replace('Best', 'dana@parcel Best')],
    ['new-mark', GOOD.replace('parcel 88120', '*parcel* 88120')],
    ['new-word', GOOD.replace('wrong address', 'wrong warehouse')],
    ['new-word', GOOD.replace('mistake', 'negligence')],
    ['new-word', GOOD.replace('88120', '88121')],
    ['new-word', GOOD.replace('on Monday', 'on Tuesday')],
    ['new-word', GOOD.replace('sent parcel', 'never sent parcel')],
    ['new-word', GOOD.replace('£40', '£400')],
    ['turned-fact', GOOD.replace('We cannot refund', 'We will refund')],
    ['lost-fact', GOOD.replace(' parcel 88120', ' it')],
    [
      'new-fault',
      GOOD.replace('Best', 'Please understand that it was your mistake and that you were wrong. Best'),
    ],
    ['kept-fault', DRAFT.replace('again today', 'to you again today')],
    ['worse', GOOD.replace("I'm sorry that we", 'We').replace('That was our mistake, and ', '')],
    ['too-long', GOOD.replace('Best', `${'I understand how frustrating it was. '.repeat(20)}Best`)],
  ])('is refused: %s', (reason, text) => {
    expect(refusal(text)).toBe(reason);
  });

  test.each([
    'You will get a replacement.',
    "We'll send a replacement.",
    'I will call you about the replacement on Monday.',
  ])('does not promise what somebody only asked for: %s', (promise) => {
    const draft =
      'Sorry your order came late. It was our mistake. You asked for a call on Monday, and whether we send a replacement. I will write to you.';
    const text = (words: string) =>
      `I am sorry your order came late. It was our mistake. You asked for a call on Monday, and whether we send a replacement. ${words}`;
    expect(refusal(text('I will write to you.'), draft)).toBe('stands');
    expect(refusal(text(promise), draft)).toBe('new-promise');
    const context = { promises: [{ what: 'call and send a replacement', by: 'Monday' }] };
    expect(refusal(text(promise), draft, context)).not.toBe('new-promise');
  });

  test('does not own what is said to be the fault of another', () => {
    const draft = 'Sorry if your order came late. I will write to you on Monday.';
    const text = 'I am sorry that your order came late. That was our mistake. I will write to you on Monday.';
    expect(refusal(text, draft)).toBe('stands');
    expect(refusal(text, draft, { fault: 'third-party' })).toBe('new-fact');
  });
});
