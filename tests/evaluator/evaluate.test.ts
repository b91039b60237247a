import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, reviewDraft } from '../../src/evaluator/evaluate.ts';

describe('reading any draft', () => {
  it.each(['constructor', "the lift's'constructor", '__proto__', 'toString', 'hasOwnProperty'])(
    'reviews a draft that says %s like any other word',
    (word) => {
      const review = reviewDraft(`I'm sorry we lost the plans for your ${word}. We have refunded the fee.`);
      expect(review.findings.find(({ rule }) => rule === 'explicit-apology')?.status).toBe('present');
    },
  );

  it('quotes only slices of the text, says the same twice, and never throws', () => {
    const words = fc.constantFrom(
      'sorry',
      'if',
      'constructor',
      'we',
      'your',
      "'",
      '"',
      '\n',
      '😂',
      '\u200b',
      '\ud800',
      '[',
      '.',
    );
    const draft = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(draft, (text) => {
        fc.pre(text.trim() !== '');
        const { findings } = evaluate(text);
        for (const { start, end, quote } of findings.flatMap(({ evidence }) => evidence)) {
          expect(text.slice(start, end)).toBe(quote);
        }
        expect(evaluate(text).findings).toEqual(findings);
      }),
    );
  });
});
