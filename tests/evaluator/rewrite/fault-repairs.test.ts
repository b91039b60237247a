import { describe, expect, it } from 'vitest';
import { FAULT_REPAIRS } from '../../../src/evaluator/rewrite/repairs/index.ts';
import { unfilledPlaceholder } from '../../../src/evaluator/rewrite/repairs/unfilled-placeholder.ts';
import { type Found, mended } from './desk-for.ts';

const repairOf = (rule: string) => {
  const repair = FAULT_REPAIRS.find((one) => one.rule === rule);
  if (!repair) throw new Error(`no repair for ${rule}`);
  return repair;
};

/** Rule, draft, what the rules found, the sentence a person would send. */
const CASES: readonly (readonly [string, string, Found, string])[] = [
  [
    'sorry-you-feel',
    'We are sorry that you are unhappy with the condition of the room.',
    { 'sorry-you-feel': 'sorry that you are unhappy with the condition of the room' },
    'We are sorry about the condition of the room.',
  ],
  [
    'sorry-you-feel',
    'We cancelled your 9.10 late last night. We are sorry you feel let down.',
    {
      'sorry-you-feel': 'We are sorry you feel let down',
      'specific-acknowledgement': 'We cancelled your 9.10',
    },
    'We cancelled your 9.10 late last night. We are sorry.',
  ],
  [
    'conditional-apology',
    'The soup was cold. Sorry if that spoiled anything.',
    {
      'conditional-apology': 'Sorry if that spoiled anything',
      'specific-acknowledgement': 'The soup was cold',
    },
    'The soup was cold. Sorry.',
  ],
  [
    'conditional-apology',
    'Should this have given rise to alarm, we are sorry.',
    { 'conditional-apology': 'Should this have given rise to alarm' },
    'We are sorry.',
  ],
  [
    'conditional-apology',
    "We apologise for any inconvenience caused by yesterday's outage.",
    { 'conditional-apology': 'any inconvenience' },
    "We apologise for yesterday's outage.",
  ],
  [
    'sorry-but',
    'Sorry the driver cancelled on you, but the surge was on.',
    { 'sorry-but': 'but the surge was on' },
    'Sorry the driver cancelled on you.',
  ],
  [
    'sorry-but',
    'I am sorry about the hole in the pavement, but we cannot pay for lost takings.',
    { 'sorry-but': 'but we cannot pay for lost takings' },
    'I am sorry about the hole in the pavement. We cannot pay for lost takings.',
  ],
  [
    'blames-customer',
    'Your referral was not sent, although you could have rung us. We will send it today.',
    { 'blames-customer': 'although you could have rung us', 'repair-offer': 'We will send it today' },
    'Your referral was not sent. We will send it today.',
  ],
  [
    'defensiveness',
    'The mark is on the wall. Our terms say damage has to be noted on the day. The plasterer comes on the 4th.',
    { defensiveness: 'Our terms say damage has to be noted on the day.' },
    'The mark is on the wall. The plasterer comes on the 4th.',
  ],
  [
    'excuse-making',
    'An error occurred during maintenance due to unprecedented load.',
    { 'excuse-making': 'due to unprecedented load' },
    'An error occurred during maintenance.',
  ],
  [
    'minimising',
    'We had a minor issue with your order and it came a little late.',
    { minimising: 'a minor issue' },
    'We had an issue with your order and it came a little late.',
  ],
  [
    'minimising',
    'Viewers had a brief interruption to the final.',
    { minimising: 'a brief interruption' },
    'Viewers had an interruption to the final.',
  ],
  [
    'over-promise',
    'We will definitely resolve your claim by Friday.',
    { 'over-promise': 'We will definitely resolve your claim' },
    'We will resolve your claim by Friday.',
  ],
  [
    'over-promise',
    'We shipped it without the tests. It will never happen again.',
    { 'over-promise': 'It will never happen again' },
    'We shipped it without the tests.',
  ],
  [
    'canned-boilerplate',
    'Thank you for your patience and understanding.',
    { 'canned-boilerplate': 'patience and understanding' },
    'Thank you for your patience.',
  ],
  [
    'canned-boilerplate',
    'Rest assured that your second £14 is back on your card.',
    { 'canned-boilerplate': 'Rest assured that your second' },
    'Your second £14 is back on your card.',
  ],
  [
    'canned-boilerplate',
    'Please do not hesitate to ring Jo on 01632 960114.',
    { 'canned-boilerplate': 'do not hesitate' },
    'Please ring Jo on 01632 960114.',
  ],
  [
    'demands-forgiveness',
    'The pump is in. We trust you will understand.',
    { 'demands-forgiveness': 'We trust you will understand' },
    'The pump is in.',
  ],
  [
    'self-promotion',
    'Your cake had nuts in it. We have won the Golden Whisk three times.',
    { 'self-promotion': 'We have won the Golden Whisk three times' },
    'Your cake had nuts in it.',
  ],
  [
    'over-apologising',
    'Oh I am so so sorry! I sent the wrong print. Sorry again, sorry.',
    { 'over-apologising': ['Sorry again', 'sorry.'] },
    'Oh I am so sorry! I sent the wrong print.',
  ],
  [
    'disrespectful-tone',
    'Two left lenses 😂 cannot believe I missed that.',
    { 'disrespectful-tone': '😂' },
    'Two left lenses cannot believe I missed that.',
  ],
  [
    'disrespectful-tone',
    'Your kettle is on the van. Calm down.',
    { 'disrespectful-tone': 'Calm down.' },
    'Your kettle is on the van.',
  ],
];

describe('the repair of a fault leaves the sentence a person would send', () => {
  it.each(CASES)('%s: %s', (rule, draft, found, wanted) => {
    expect(mended(repairOf(rule), draft, found).text).toBe(wanted);
  });

  it('asks what went wrong when the apology had nothing but a formula to apologise for', () => {
    const { text, questions } = mended(
      repairOf('canned-boilerplate'),
      'We apologise for the inconvenience.',
      {
        'canned-boilerplate': 'the inconvenience',
        'explicit-apology': 'We apologise',
      },
    );
    expect(text).toBe('We apologise for [what exactly went wrong].');
    expect(questions).toEqual(['What exactly went wrong? It follows “for …”.']);
  });

  it('takes what went wrong from the context when the draft does not say it', () => {
    const { text } = mended(
      repairOf('conditional-apology'),
      'Sorry if anyone was affected.',
      { 'conditional-apology': 'Sorry if anyone was affected' },
      { what_happened: 'We sent you the blue lamp.' },
    );
    expect(text).toBe('Sorry that we sent you the blue lamp.');
  });

  it('asks for our part where only the party that is blamed says what went wrong', () => {
    const { text, questions } = mended(repairOf('blames-others'), 'The lab sent the wrong lenses.', {
      'blames-others': 'The lab sent the wrong lenses',
      'specific-acknowledgement': 'The lab sent the wrong lenses',
    });
    expect(text).toBe('The lab sent the wrong lenses. On our side: [what our part in this was].');
    expect(questions[0]).toContain('What was your part');
  });

  it('drops the party where the failure is named elsewhere', () => {
    const { text } = mended(
      repairOf('blames-others'),
      'Your lenses were off, because the lab cannot measure.',
      {
        'blames-others': 'because the lab cannot measure',
        'specific-acknowledgement': 'Your lenses were off',
      },
    );
    expect(text).toBe('Your lenses were off.');
  });

  it('makes us the subject of a passive only when the sender said it was ours', () => {
    const draft = 'Your repeat for ramipril was put in the wrong bag on Monday.';
    const found = { 'passive-evasion': draft };
    const repair = repairOf('passive-evasion');
    expect(mended(repair, draft, found).text).toBe(draft);
    expect(mended(repair, draft, found, { fault: 'ours' }).text).toBe(
      'We put your repeat for ramipril in the wrong bag on Monday.',
    );
  });

  it('keeps the nearest cause of a long explanation and cuts the rest', () => {
    const draft =
      'The payout was late. The engine reads the ledger at night. On Sunday the clock changed. Nobody emptied the queue. We are sorry.';
    const { text } = mended(repairOf('over-explaining'), draft, {
      'over-explaining': 'The engine reads the ledger at night',
      'brief-explanation': 'Nobody emptied the queue',
      'explicit-apology': 'We are sorry',
    });
    expect(text).toBe('The payout was late. Nobody emptied the queue. We are sorry.');
  });

  it('leaves a light fault when the sentence alone holds a part of the apology', () => {
    const draft = 'We strive for five stars so your £12 is refunded';
    const { text } = mended(repairOf('self-promotion'), draft, {
      'self-promotion': draft,
      'repair-offer': 'your £12 is refunded',
    });
    expect(text).toBe(draft);
  });

  it('turns a slot of the draft into a question and never fills it', () => {
    const { text, questions } = mended(unfilledPlaceholder, 'Hi [NAME], we lost your form.', {
      'unfilled-placeholder': '[NAME]',
    });
    expect(text).toBe('Hi [NAME], we lost your form.');
    expect(questions).toEqual(['What belongs in place of [NAME]?']);
  });
});
