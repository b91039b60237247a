import { describe, expect, test } from 'vitest';
import { parseDraft } from '../../../src/evaluator/draft.ts';
import { findQuote } from '../../../src/evaluator/second-reading/find-quote.ts';

const TEXT =
  'Hi Sam,\n\nI’m  sorry if\tanyone was   affected. You wrote:\n> it is "your" fault, not mine\nIf so, I will call. I said “wait”.';
const draft = parseDraft(TEXT);

describe('a quote of another reader', () => {
  test.each<[string, string]>([
    ['sorry if anyone was affected', 'sorry if\tanyone was   affected'],
    ["I'm sorry", 'I’m  sorry'],
    ['  anyone   was affected.\n', 'anyone was   affected.'],
    ['affected. You wrote:', 'affected. You wrote:'],
  ])('%j is cited as the draft has it', (quote, cited) => {
    const start = TEXT.indexOf(cited);
    expect(findQuote(draft, quote)).toEqual({ start, end: start + cited.length, quote: cited });
  });

  test.each<[string, string]>([
    ['that nobody wrote', 'sorry if someone was affected'],
    ['in other letters', 'sorry IF anyone'],
    ['that stands in several places', 'I'],
    ['that is part of a word', 'ffecte'],
    ["that is a customer's", 'it is "your" fault'],
    ['without a word', '.'],
    ['that is empty', ' \n '],
    ['that is all of a long draft', 'x'.repeat(601)],
  ])('%s is none', (_what, quote) => {
    expect(findQuote(draft, quote)).toBeUndefined();
  });
});
