import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/evaluator/context.ts';
import { evaluate } from '../../../src/evaluator/evaluate.ts';
import { newWords } from '../../../src/evaluator/rewrite/facts.ts';
import { fillBlanks } from '../../../src/evaluator/rewrite/fill-blanks.ts';
import { rewriteDraft } from '../../../src/evaluator/rewrite/rewrite-draft.ts';
import { evaluationOf, type Found } from './desk-for.ts';

const rewritten = (text: string, context: Context = {}) => rewriteDraft(evaluate(text, context), evaluate);

/** Rewrites with findings that the test gives; what an edit leaves standing is found again, nothing else. */
function rewrittenWith(text: string, found: Found, context: Context = {}) {
  const kept = (now: string): Found =>
    Object.fromEntries(
      Object.entries(found).map(([rule, quotes]) => [
        rule,
        [quotes].flat().filter((quote) => now.toLowerCase().includes(quote.toLowerCase())),
      ]),
    );
  return rewriteDraft(evaluationOf(text, found, context), (now, given) =>
    evaluationOf(now, kept(now), given),
  );
}

const GOOD =
  "Hi Marta, it's Leo from the counter. I'm sorry I gave you someone else's lunch bag yesterday. I read the wrong ticket, and you only found out back at your desk with a meeting starting. Thank you for writing instead of leaving it. Your £9.40 is refunded and there's a lunch on me whenever you're next in. We now read the name out with each order. I'll message you on Thursday to check the refund arrived.";

describe('the rewrite of a whole draft', () => {
  it('keeps the order number that stands in a sentence it rewords', () => {
    const { text } = rewritten(
      "Dear Mr Whitlock,\n\nI'm sorry if the delay of parcel 88120 caused you any trouble. We left it off Friday's van. I have sent a new lamp this morning.\n\nMara",
    );
    expect(text).toContain("I'm sorry for the delay of parcel 88120.");
    expect(text).not.toContain('sorry if');
  });

  it('keeps the other edits where one leaves half a word behind', () => {
    const { text } = rewritten(
      'During the reporting period there was an issue with the refrigeration of donor samples. Mistakes were made at a number of levels. It was an isolated occurrence and, owing to exceptional temperatures and supplier failings, could not reasonably have been avoided. It is considered that procedures were followed throughout. The organisation apologises if any donors were affected, and takes quality extremely seriously. We trust that this brings the matter to a close.',
    );
    expect(text).toContain('Our part in this: [what we did or left undone].');
    expect(text).toContain('What changes now: [what will be different next time].');
    expect(text).not.toMatch(/\bN avoided/);
  });

  it('leaves a draft that is ready word for word', () => {
    const { text, changes, blanks } = rewritten(GOOD);
    expect(text).toBe(GOOD);
    expect(changes).toEqual([]);
    expect(blanks).toEqual([]);
  });

  it('leaves a text in another language alone', () => {
    const spanish =
      'Lamentamos mucho el retraso de su pedido. Gracias por su paciencia, hemos enviado el paquete hoy.';
    expect(rewritten(spanish)).toMatchObject({ text: spanish, changes: [] });
  });

  it('leaves a text that is no apology alone', () => {
    const text = 'The pool opens at nine on Monday.';
    const evaluation = { ...evaluationOf(text, {}), notAnApology: true };
    expect(rewriteDraft(evaluation, evaluate)).toMatchObject({ text, changes: [], blanks: [] });
  });

  it('never says that it was ours when the sender did not', () => {
    for (const context of [
      {},
      { fault: 'customer' },
      { fault: 'unknown' },
      { fault: 'third-party' },
    ] as const) {
      const { text } = rewritten(
        'Hi Jo, the boots do not fit. Sorry about that. A new pair is on the van.',
        context,
      );
      expect(text.replace(/\[[^\]]*\]/g, '')).not.toMatch(/our (?:mistake|fault)|mistake was ours|on us\b/);
    }
  });

  it('asks short questions about a six-word draft instead of padding it', () => {
    const { text, blanks } = rewritten('Sorry about the mix up earlier', { channel: 'sms' });
    expect(text.startsWith('Sorry about the mix up earlier')).toBe(true);
    expect(blanks.length).toBeGreaterThan(0);
    expect(text.replace(/\[[^\]]*\]/g, '').split(/\s+/).length).toBeLessThan(16);
  });

  it('keeps greeting, sign-off, list, link, quotation and emoji', () => {
    const draft =
      'Hey Priya! 🌧️\n\nYour sofa came late. Our courier is useless.\n\n- the leg comes on Tuesday\n- tracking: https://sofa.example/88120\n\nYou wrote "one leg is missing".\n\nTom 👋';
    const { text } = rewrittenWith(draft, {
      'blames-others': 'Our courier is useless.',
      'specific-acknowledgement': 'Your sofa came late',
    });
    for (const kept of [
      'Hey Priya! 🌧️\n\n',
      '\n- the leg comes on Tuesday\n- tracking: https://sofa.example/88120',
      '"one leg is missing"',
      '\nTom 👋',
    ]) {
      expect(text).toContain(kept);
    }
    expect(text).not.toContain('useless');
  });

  it('keeps a long salutation in one piece', () => {
    const salutation = 'Dear Parents and Students of the Dental Hygiene Program,';
    const { text } = rewritten(
      `${salutation}\n\nThe placement ended one week early. We sent the wrong dates.`,
    );
    expect(text.startsWith(`${salutation}\n\n`)).toBe(true);
    expect(text).not.toBe(`${salutation}\n\nThe placement ended one week early. We sent the wrong dates.`);
  });

  it('puts the apology before the reasons', () => {
    const draft =
      'Hi Sam,\n\nWe restarted the wrong server. I am sorry your shop was down. The shop is up again.';
    const { text, changes } = rewrittenWith(draft, {
      'brief-explanation': 'We restarted the wrong server',
      'explicit-apology': 'I am sorry your shop was down',
      'specific-acknowledgement': 'your shop was down',
    });
    expect(text).toContain('Hi Sam,\n\nI am sorry your shop was down.');
    expect(changes.some(({ kind }) => kind === 'move')).toBe(true);
  });

  it('makes one sentence of an apology that lost its object and the act that follows', () => {
    const { text, changes } = rewrittenWith('We are sorry you feel let down. We charged you twice.', {
      'sorry-you-feel': 'We are sorry you feel let down',
      'takes-responsibility': 'We charged you twice',
      'specific-acknowledgement': 'We charged you twice',
    });
    expect(text).toMatch(/^We are sorry that we charged you twice\./);
    expect(changes[0]).toMatchObject({
      kind: 'merge',
      before: 'We are sorry you feel let down. We charged you twice.',
    });
  });

  it('drops a connective that leaned on a sentence that is gone', () => {
    const { text } = rewrittenWith('You never read the terms. However, the new pump is in.', {
      'blames-customer': 'You never read the terms.',
      'repair-offer': 'the new pump is in',
    });
    expect(text).toContain('The new pump is in.');
    expect(text).not.toContain('However');
  });

  it('gives the same draft the same wording, and other drafts others', () => {
    const thanks = (name: string) =>
      rewritten(
        `Hi ${name}, we lost your parcel for nine days and I am sorry. It is on the van now and it reaches you tonight.`,
      ).text;
    expect(thanks('Ann')).toBe(thanks('Ann'));
    const tails = ['Ann', 'Ben', 'Cy', 'Dee', 'Eve', 'Flo', 'Gus', 'Hal'].map((name) =>
      thanks(name).slice(20 + name.length),
    );
    expect(new Set(tails).size).toBeGreaterThan(1);
  });

  it('finishes the text with the answers, without doubled stops', () => {
    const blanks = [{ text: '[what you will do]', question: '', rule: 'repair-offer' }];
    const answers = new Map([['[what you will do]', 'we send a new one today.']]);
    expect(fillBlanks('Sorry. [what you will do].', blanks, answers)).toBe('Sorry. We send a new one today.');
    expect(fillBlanks('Here is what we will do: [what you will do].', blanks, answers)).toBe(
      'Here is what we will do: we send a new one today.',
    );
  });
});

const SENTENCES = [
  'Hi Dana,',
  'We apologise for any inconvenience caused.',
  "I'm sorry you feel that way.",
  'Sorry, but our terms are clear.',
  'We sent you the blue lamp on 3 March.',
  'Your refund of £12.50 is on its way.',
  'Our courier lost it.',
  'It was just a tiny delay.',
  'You should have read the page!',
  'It will never happen again.',
  'Order NL-88120, see https://shop.example/88120.',
  'lol 😂',
  'Rest assured we are looking into it.',
  'Thanks for your understanding.',
  '\n- first\n- second\n',
  '"you lost it", you wrote.',
  'Mistakes were made',
  '[NAME]',
  'Tom',
] as const;

describe('whatever the draft', () => {
  const drafts = fc.oneof(
    fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 9 }).map((list) => list.join(' ')),
    fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
  );
  const contexts = fc.record(
    {
      channel: fc.constantFrom('email', 'sms', 'status_page', 'review_reply'),
      fault: fc.constantFrom('ours', 'customer', 'unknown'),
      what_happened: fc.constantFrom('we sent the wrong lamp', 'a double charge of $50'),
      root_cause: fc.constantFrom('unknown', 'we read the wrong ticket'),
      follow_up_on: fc.constant('Friday'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Context>;

  it('quotes slices of the draft, asks at most four questions, adds no word of its own, does no harm', () => {
    fc.assert(
      fc.property(drafts, contexts, (draft, context) => {
        const before = evaluate(draft, context);
        const rewrite = rewriteDraft(before, evaluate);
        for (const { kind, before: words, start, end } of rewrite.changes) {
          expect(draft.slice(start, end)).toBe(words);
          if (kind === 'insert') expect(start).toBe(end);
        }
        expect(rewrite.blanks.length).toBeLessThanOrEqual(4);
        for (const { text } of rewrite.blanks) expect(rewrite.text).toContain(text);
        expect(newWords(before, rewrite.text)).toEqual([]);
        expect(rewrite.score).toBeGreaterThanOrEqual(before.score.score);
        if (rewrite.changes.length === 0) expect(rewrite.text).toBe(draft);
      }),
      { numRuns: 300 },
    );
  });
});
