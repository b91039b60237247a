import { describe, expect, it, test } from 'vitest';
import { evaluate, reviewDraft } from '../../src/evaluator/evaluate.ts';

const present = (text: string): string[] =>
  evaluate(text)
    .findings.filter(({ status }) => status === 'present')
    .map(({ rule }) => rule);
const faults = (text: string): string[] =>
  evaluate(text)
    .findings.filter(({ kind, status }) => kind === 'fault' && status === 'present')
    .map(({ rule }) => rule);

const GOOD = 'I’m sorry we sent your mother the wrong tablets. The right ones are with the driver now.';

describe("other people's words are not the sender's", () => {
  it.each([
    ['a quoted complaint', `You wrote "your staff should be ashamed, it is all your fault". ${GOOD}`],
    ['a quoted line', `> You people never answer, calm down is all I hear\n\n${GOOD}`],
    ['code', `${GOOD} The flag was \`sorry_if_any\`.`],
    ['a link', `${GOOD} https://example.com/sorry-for-any-inconvenience-you-should-have-read`],
    [
      'a pasted thread',
      `${GOOD}\n\nOn 3 May 2026, Kim Lee wrote:\nCalm down, you should have read the terms.`,
    ],
    ['mail headers', `Subject: sorry if anyone was offended\nTo: kim@example.com\n\n${GOOD}`],
  ])('%s', (_what, text) => {
    expect(faults(text)).toEqual([]);
  });

  it('a draft in quotation marks under a line to a colleague is the draft', () => {
    const text = 'Can I send this to her?\n“I’m sorry if anyone was upset by the bill we sent.”';
    expect(faults(text)).toContain('conditional-apology');
  });
});

describe('what it is written with makes no difference', () => {
  const hedged = "We're sorry if you didn't get the cheque. We've sent it again.";
  it.each([
    ['as it is', hedged],
    ['curly quotes', hedged.replaceAll("'", '’')],
    ['no apostrophes', hedged.replaceAll("'", '')],
    ['capitals', hedged.toUpperCase()],
    ['small letters, no full stops', hedged.toLowerCase().replaceAll('.', '')],
    ['a slip in the key word', hedged.replace('sorry', 'sorrry')],
  ])('%s', (_what, text) => {
    expect(present(text)).toEqual(expect.arrayContaining(['explicit-apology', 'conditional-apology']));
  });

  test('both spellings', () => {
    const british = 'We apologise for cancelling your appointment. We have organised another on Friday.';
    const american = 'We apologize for canceling your appointment. We have organized another on Friday.';
    expect(present(american)).toEqual(present(british));
  });
});

describe('what it is about', () => {
  it('takes no blame where the fault is known to be the customer’s', () => {
    const text = "I'm sorry the paint doesn't match. We can swap it for the shade you need.";
    const { findings } = evaluate(text, { fault: 'customer' });
    const status = (id: string) => findings.find(({ rule }) => rule === id)?.status;
    expect(status('takes-responsibility')).toBe('na');
    expect(status('prevention-step')).toBe('na');
  });

  it('lets a message to many apologise to whoever was affected, once it says what failed', () => {
    const status = (text: string, context: Parameters<typeof evaluate>[1]) =>
      evaluate(text, context).findings.find(({ rule }) => rule === 'conditional-apology')?.status;
    const stated =
      'On Tuesday sign-in failed because we pushed a bad certificate. We apologise to anyone who was affected.';
    expect(status(stated, { audience: 'broadcast' })).toBe('absent');
    expect(status(stated, { channel: 'status_page' })).toBe('absent');
    expect(status(stated, {})).toBe('present');
    const unstated = 'We apologise to anyone who was affected by recent events.';
    expect(status(unstated, { audience: 'broadcast' })).toBe('present');
  });

  it('says of a notice that it is no apology instead of listing what is missing', () => {
    const review = reviewDraft(
      'Our shop moves to 14 Mill Lane on Monday. Opening hours stay the same, and there is parking behind the church.',
    );
    expect(review.notAnApology).toBe(true);
  });

  it('judges nothing in another language and says so', () => {
    const review = reviewDraft(
      'Sehr geehrte Frau Klein, es tut uns leid, dass wir Ihnen die falsche Lampe geschickt haben. Die richtige ist unterwegs.',
    );
    expect(review.advisories.map(({ flag }) => flag)).toEqual(['language']);
    expect(review.findings.every(({ status }) => status === 'na')).toBe(true);
  });
});
