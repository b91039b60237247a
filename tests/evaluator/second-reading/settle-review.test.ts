import { describe, expect, test } from 'vitest';
import { evaluate, reviewDraft } from '../../../src/evaluator/evaluate.ts';
import { RULES } from '../../../src/evaluator/rules/index.ts';
import { scoreFindings } from '../../../src/evaluator/score.ts';
import type { Claim } from '../../../src/evaluator/second-reading/second-reading.ts';
import { settleReview } from '../../../src/evaluator/second-reading/settle-review.ts';

const settled = (text: string, claims: readonly Claim[], rewrite = '') =>
  settleReview({ text, context: {} }, { claims, rewrite }, 'a model');
const claim = (rule: string, ...quotes: string[]): Claim => ({ rule, quotes });
const statusIn = (findings: readonly { rule: string; status: string }[], rule: string) =>
  findings.find((finding) => finding.rule === rule)?.status;

// The patterns see the first fault; a moderate one in the second sentence is seen by the models alone.
const BAD = "We're sorry if anyone was affected. Our courier messed up your order.";
/** An accusation that our rules miss, though they see a hint of it. */
const SUBTLE = 'Sorry about your order, it was our mistake. We answer every message, as you can see.';

describe('what our rules found', () => {
  test('stays when the other says that nothing is wrong, with our quotes', () => {
    const ours = evaluate(BAD);
    const { review } = settled(BAD, []);
    for (const { rule, status, kind, evidence } of ours.findings) {
      if (status !== 'present' || kind !== 'fault') continue;
      expect(review.findings.find((finding) => finding.rule === rule)).toMatchObject({ status, evidence });
    }
    expect(review.score).toBe(ours.score.score);
    expect(statusIn(review.findings, 'conditional-apology')).toBe('present');
    expect(statusIn(review.findings, 'blames-others')).toBe('present');
  });

  // No pattern matches here; only our models take it for an excuse, a moderate fault.
  const MODELS_ALONE =
    "I'm sorry your lunch took an hour. A coach party of fifty came in and we were short of hands.";

  test('goes where it is a light fault that no pattern matched and an attentive reader does not see', () => {
    const excuse = (text: string, ...claims: Claim[]) =>
      statusIn(settled(text, claims).review.findings, 'excuse-making');
    const sorry = claim('explicit-apology', "I'm sorry your lunch took an hour");
    expect(statusIn(evaluate(MODELS_ALONE).findings, 'excuse-making')).toBe('present');
    expect(excuse(MODELS_ALONE, sorry)).toBe('absent');
    expect(excuse(MODELS_ALONE, sorry, claim('excuse-making', 'A coach party of fifty came in'))).toBe(
      'present',
    );
    // One that says nothing has not shown that it read; nor has one that passes over what a pattern matched.
    expect(excuse(MODELS_ALONE)).toBe('present');
    const withMore = `${MODELS_ALONE} I'm sorry if anyone was affected.`;
    expect(excuse(withMore, sorry)).toBe('present');
    expect(excuse(withMore, sorry, claim('conditional-apology', "I'm sorry if anyone was affected"))).toBe(
      'absent',
    );
  });
});

describe('what only the other found', () => {
  test('counts where it quotes the sender and our models see a hint of it', () => {
    const before = evaluate(SUBTLE);
    expect(statusIn(before.findings, 'defensiveness')).toBe('absent');
    const { review, refusedClaims } = settled(SUBTLE, [
      claim('defensiveness', 'We answer every message, as you can see'),
    ]);
    const quote = 'We answer every message, as you can see';
    const start = SUBTLE.indexOf(quote);
    expect(review.findings.find(({ rule }) => rule === 'defensiveness')).toMatchObject({
      status: 'present',
      evidence: [{ start, end: start + quote.length, quote }],
    });
    expect(review.score).toBeLessThan(before.score.score);
    expect(refusedClaims).toBe(0);
    const scored = scoreFindings(review.findings, before.profile, RULES);
    expect([review.score, review.band]).toEqual([scored.score, scored.band]);
  });

  test.each<[string, Claim]>([
    ['without a quote', claim('blames-customer')],
    ['with words that nobody wrote', claim('blames-customer', 'You should have checked')],
    ['where our models see nothing of the kind', claim('demands-forgiveness', 'Sorry about your order')],
    ['of a rule that we do not have', claim('too-polite', 'Sorry about your order')],
    ['of a placeholder, which patterns decide', claim('unfilled-placeholder', 'Sorry about your order')],
  ])('does not count %s', (_what, one) => {
    const { review, refusedClaims } = settled(SUBTLE, [one]);
    expect(review.findings).toEqual(reviewDraft(SUBTLE).findings);
    expect(refusedClaims).toBe(1);
  });

  test('does not make a bad draft good: all parts of a good apology claimed on the same words', () => {
    const good = RULES.filter(({ kind }) => kind === 'component').map(({ id }) => claim(id, BAD));
    expect(['hold', 'needs-work']).toContain(settled(BAD, good).review.band);
  });
});

test('the review says who read the draft, and holds every criterion once', () => {
  const { review } = settled(BAD, [claim('explicit-apology', "We're sorry")]);
  expect(review.engine).toBe('a model');
  expect(review.findings.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
});

describe('a text that our rules take for no apology', () => {
  const NEWS = 'Our new winter collection is here. Enjoy 20% off all boots until Sunday.';
  test('stays one whatever is said of it', () => {
    const before = reviewDraft(NEWS);
    const { review } = settled(NEWS, [claim('explicit-apology', 'Enjoy 20% off')], 'We are sorry.');
    expect([before.notAnApology, review.notAnApology]).toEqual([true, true]);
    expect(review.rewrite).toEqual(before.rewrite);
  });
});
