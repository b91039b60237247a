import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMendedScores, type KeptScore } from '../../src/evaluator/mended-scores.ts';
import type { Profile } from '../../src/evaluator/profile.ts';
import type { Finding } from '../../src/evaluator/review.ts';
import { weightedRules } from '../../src/evaluator/rule-weights.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { isRequired, scoreFindings } from '../../src/evaluator/score.ts';

const PROFILES: readonly Profile[] = ['email', 'chat', 'review', 'status-open', 'status-resolved', 'script'];
const COMPONENTS = RULES.filter(({ kind }) => kind === 'component').map(({ id }) => id);

function mendedScores(review: KeptScore, rules = RULES): Record<string, number> {
  const scores: Record<string, number> = {};
  createMendedScores(rules)(review, (rule, score) => {
    scores[rule] = score;
  });
  return scores;
}

const without = (...missing: string[]) => ({
  present: COMPONENTS.filter((id) => !missing.includes(id)),
  missing,
  faults: [],
});

describe('what is kept of a review is scored as if one thing in it were mended', () => {
  test('what stays wrong keeps its cap', () => {
    const review = { ...without('repair-offer', 'thanks-customer'), faults: ['blames-customer'], score: 49 };
    expect(mendedScores(review)).toEqual({
      'repair-offer': 49,
      'thanks-customer': 49,
      // 100 − 17 − 4, capped at 79 for want of an offer.
      'blames-customer': 79,
    });
  });

  test.each([
    ['explicit-apology', 59],
    ['takes-responsibility', 74],
    ['repair-offer', 79],
  ])('with %s the cap of %i is gone; only the thanks are missing', (part, cap) => {
    expect(mendedScores({ ...without(part, 'thanks-customer'), score: cap })).toEqual({
      [part]: 96,
      'thanks-customer': cap,
    });
  });

  test('of two faults on the same words only the heavier was charged: the score that was given counts', () => {
    // 100 − 8, since the lighter fault cost nothing; counted without the words, it would have been 86.
    const review = { ...without(), faults: ['excuse-making', 'passive-evasion'], score: 92 };
    expect(mendedScores(review)).toEqual({ 'excuse-making': 100, 'passive-evasion': 98 });
    const major = { ...without('empathy-impact'), faults: ['sorry-but', 'minimising', 'over-promise'] };
    // 89 − 18 as it was given; but a major fault stays, and no more than 74 is left.
    expect(mendedScores({ ...major, score: 71 })).toMatchObject({ 'over-promise': 74 });
  });

  test('a rule that no longer exists, or does not count here, is not heard of', () => {
    const review = { ...without('a-part-of-former-times'), faults: ['over-promise', 'former'], score: 80 };
    const rules = RULES.filter(({ id }) => id !== 'over-promise');
    expect(mendedScores(review, rules)).toEqual({});
  });
});

const anyStatus = fc.constantFrom('present' as const, 'absent' as const, 'na' as const);

test('where no faults share words, it is the score that the mended draft would get', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PROFILES),
      fc.array(anyStatus, { minLength: RULES.length, maxLength: RULES.length }),
      fc.subarray(RULES.map(({ id }) => id)),
      (profile, statuses, double) => {
        const rules = weightedRules(RULES, { double, half: [] });
        const findings = rules.map(({ id, kind }, index): Finding => {
          return { rule: id, kind, status: statuses[index] ?? 'na', evidence: [] };
        });
        const ids = (test: (finding: Finding) => boolean) => findings.filter(test).map(({ rule }) => rule);
        const isMissing = ({ kind, status, rule }: Finding) =>
          kind === 'component' && status === 'absent' && isRequired(rule, profile);
        const isFault = ({ kind, status }: Finding) => kind !== 'component' && status === 'present';
        const kept = {
          score: scoreFindings(findings, profile, rules).score,
          present: ids(({ kind, status }) => kind === 'component' && status === 'present'),
          missing: ids(isMissing),
          faults: ids(isFault),
        };
        const expected = findings
          .filter((finding) => isMissing(finding) || isFault(finding))
          .map((mended): [string, number] => {
            const status = mended.kind === 'component' ? 'present' : 'absent';
            const then = findings.map((finding) => (finding === mended ? { ...mended, status } : finding));
            return [mended.rule, scoreFindings(then as Finding[], profile, rules).score];
          });
        expect(mendedScores(kept, rules)).toEqual(Object.fromEntries(expected));
      },
    ),
  );
});
