import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/evaluator/context.ts';
import { COMPONENT_REPAIRS } from '../../../src/evaluator/rewrite/repairs/index.ts';
import { type Found, mended } from './desk-for.ts';

const mend = (rule: string, text: string, found: Found = {}, context: Context = {}) => {
  const repair = COMPONENT_REPAIRS.find((one) => one.rule === rule);
  if (!repair) throw new Error(`no repair for ${rule}`);
  return mended(repair, text, found, context);
};

describe('a missing part is taken from what the sender wrote or said, or asked for', () => {
  it('aims the apology at the act that the draft owns', () => {
    const found = {
      'takes-responsibility': 'I wrote your cake in the book for the 14th',
      'specific-acknowledgement': 'I wrote your cake in the book for the 14th',
    };
    expect(
      mend('explicit-apology', 'Hi Ann,\n\nI wrote your cake in the book for the 14th.', found).text,
    ).toBe("Hi Ann,\n\nI'm sorry I wrote your cake in the book for the 14th.");
  });

  it('turns regret into an apology for the same thing', () => {
    const found = { 'specific-acknowledgement': 'the disruption to flight 212' };
    expect(mend('explicit-apology', 'We regret the disruption to flight 212.', found).text).toBe(
      'We are sorry about the disruption to flight 212.',
    );
  });

  it('names the failure from the context in the place of a vague noun', () => {
    const { text } = mend(
      'specific-acknowledgement',
      'Sorry about the mix-up earlier today.',
      { 'explicit-apology': 'Sorry about the mix-up' },
      { what_happened: 'a double charge on order 88120' },
    );
    expect(text).toBe('Sorry about a double charge on order 88120 earlier today.');
  });

  it('asks what went wrong where nobody said it', () => {
    const { text, questions } = mend('specific-acknowledgement', 'Sorry about the mix-up earlier today.', {
      'explicit-apology': 'Sorry about the mix-up',
    });
    expect(text).toBe('Sorry about [what exactly went wrong] earlier today.');
    expect(questions).toHaveLength(1);
  });

  it('asks whether it was ours instead of saying so', () => {
    const { text, questions } = mend('takes-responsibility', 'Sorry your sofa was late.', {
      'explicit-apology': 'Sorry your sofa was late',
    });
    expect(text).toMatch(/^Sorry your sofa was late\. .+\[what we did or left undone\]\.$/);
    expect(questions[0]).toContain('Was this ours?');
  });

  it('owns it in a sentence when the sender said that it was ours', () => {
    const { text, questions } = mend(
      'takes-responsibility',
      'Sorry your sofa was late.',
      { 'explicit-apology': 'Sorry your sofa was late' },
      { fault: 'ours' },
    );
    expect(text).toMatch(/^Sorry your sofa was late\. .*\b(?:our mistake|mistake was ours|on us)\.$/);
    expect(questions).toEqual([]);
  });

  it('turns the clause round when the sender said that it was ours', () => {
    const { text } = mend(
      'takes-responsibility',
      'The invoice was sent to the wrong office.',
      { 'specific-acknowledgement': 'The invoice was sent to the wrong office' },
      { fault: 'ours' },
    );
    expect(text).toBe('We sent the invoice to the wrong office.');
  });

  it('offers only what was promised, and shows what may be offered beside the question', () => {
    const found = { 'specific-acknowledgement': 'Your lamp is broken' };
    expect(
      mend('repair-offer', 'Your lamp is broken.', found, {
        promises: [{ what: 'a new lamp', by: 'Tuesday' }],
      }).text,
    ).toContain('a new lamp by Tuesday');
    const asked = mend('repair-offer', 'Your lamp is broken.', found, {
      authority: ['full refund', 'voucher'],
    });
    expect(asked.text).not.toMatch(/refund|voucher/);
    expect(asked.questions[0]).toContain('You may offer: full refund, voucher.');
  });

  it('gives the cause from the context and never one of its own', () => {
    const found = { 'specific-acknowledgement': 'Your lamp is broken' };
    expect(
      mend('brief-explanation', 'Your lamp is broken.', found, { root_cause: 'we dropped it' }).text,
    ).toBe('Your lamp is broken. We dropped it.');
    expect(mend('brief-explanation', 'Your lamp is broken.', found).text).toBe('Your lamp is broken.');
    expect(mend('brief-explanation', 'Your lamp is broken.', found, { root_cause: 'unknown' }).text).toBe(
      'Your lamp is broken.',
    );
  });

  it('says who gets in touch and when, if the context does', () => {
    const context = { follow_up_on: 'Friday', owner: 'Dana' };
    expect(mend('follow-up', 'Your lamp is broken.', {}, context).text).toContain(
      'Dana will get in touch with you on Friday',
    );
  });

  it('uses a feeling word only where the failure is known, and asks where the harm is grave', () => {
    const named = { 'specific-acknowledgement': 'Your lamp is broken' };
    expect(mend('empathy-impact', 'Your lamp is broken.', named).text).toMatch(/frustrating/);
    const grave = { 'specific-acknowledgement': 'The cake had nuts in it' };
    expect(mend('empathy-impact', 'The cake had nuts in it.', grave).text).toContain(
      '[what this meant for them]',
    );
  });

  it('thanks nobody for telling us what we told them', () => {
    const long =
      'We found on Monday that the filter in your boiler had been put in the wrong way round by us.';
    expect(mend('thanks-customer', long, {}, { noticed_by: 'us' }).text).toBe(long);
    expect(mend('thanks-customer', long).text).toMatch(/Thank you for/);
  });

  it('lets a person apologise as I', () => {
    const { text } = mend('personal-voice', 'Dear Ms Adeyemi, we are sorry about the gate. Henrik Dahl', {
      'explicit-apology': 'we are sorry about the gate',
    });
    expect(text).toBe('Dear Ms Adeyemi, I am sorry about the gate. Henrik Dahl');
  });
});
