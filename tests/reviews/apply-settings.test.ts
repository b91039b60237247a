import { describe, expect, test } from 'vitest';
import { checklistOf } from '../../src/evaluator/checklist.ts';
import { withDefaults } from '../../src/evaluator/context.ts';
import { parseDraft } from '../../src/evaluator/draft.ts';
import { reviewDraft } from '../../src/evaluator/evaluate.ts';
import { profileOf } from '../../src/evaluator/profile.ts';
import { type Review, reviewSchema } from '../../src/evaluator/review-schema.ts';
import { weightedRules } from '../../src/evaluator/rule-weights.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { scoreFindings } from '../../src/evaluator/score.ts';
import { applySettings } from '../../src/reviews/apply-settings.ts';
import { type ChannelSettings, DEFAULT_SETTINGS } from '../../src/reviews/channel-settings.ts';
import { placesOf } from '../../src/reviews/phrases.ts';
import { reviewRecord } from '../../src/reviews/review-record.ts';

const DRAFT = `Dear Ms Okafor,

We apologise for any inconvenience caused. We lost your parcel 88120 on Monday and this will never happen again. We will send the lamp again by Friday. There is no product recall.

Priya, Northline`;

const review = reviewDraft(DRAFT);
const under = (change: Partial<ChannelSettings>): Review =>
  applySettings(review, { ...DEFAULT_SETTINGS, ...change }, { draft: DRAFT, context: {} });
const statusOf = ({ findings }: Review, rule: string) =>
  findings.find((finding) => finding.rule === rule)?.status;
const faultsIn = ({ findings }: Review) =>
  findings.filter(({ kind, status }) => kind === 'fault' && status === 'present').map(({ rule }) => rule);

test('settings as they come change nothing', () => {
  expect(under({})).toBe(review);
  expect(faultsIn(review)).toEqual(
    expect.arrayContaining(['conditional-apology', 'over-promise', 'canned-boilerplate']),
  );
});

describe('a rule that is switched off', () => {
  const off = under({ rulesOff: ['over-promise', 'thanks-customer', 'a-rule-of-former-times'] });

  test('has no say in the findings, the record, the score or the suggestion', () => {
    expect(statusOf(off, 'over-promise')).toBe('na');
    const { missing, faults } = reviewRecord(off, 'email');
    expect([...missing, ...faults]).not.toContain('over-promise');
    expect(missing).not.toContain('thanks-customer');
    expect(off.score).toBeGreaterThan(review.score);
    expect(off.rewrite?.text).toContain('this will never happen again');
    expect(off.rewrite?.changes.map(({ rule }) => rule)).not.toContain('over-promise');
    expect(off.rewrite?.text).not.toMatch(/thank/i);
  });

  test('leaves a score that the evaluator itself gives to what is left', () => {
    const profile = profileOf(parseDraft(DRAFT), withDefaults({}));
    const { score, band } = scoreFindings(off.findings, profile, RULES);
    expect([off.score, off.band]).toEqual([score, band]);
    expect(off.findings).toHaveLength(RULES.length);
  });
});

describe('a rule that counts otherwise', () => {
  const profile = profileOf(parseDraft(DRAFT), withDefaults({}));

  test('double or half moves the score, and nothing else is found or left out', () => {
    const harsher = under({ rulesDouble: ['over-promise'] });
    const milder = under({ rulesHalf: ['over-promise', 'a-rule-of-former-times'] });
    expect(harsher.findings).toBe(review.findings);
    expect(harsher.weights).toEqual({ double: ['over-promise'], half: [] });
    const deducted = (made: Review) =>
      scoreFindings(made.findings, profile, weightedRules(RULES, made.weights)).deductions['over-promise'];
    const usual = deducted(review) ?? 0;
    expect(usual).toBeGreaterThan(0);
    expect([deducted(harsher), deducted(milder)]).toEqual([2 * usual, usual / 2]);
    expect(harsher.score).toBeLessThan(review.score);
    expect(milder.score).toBeGreaterThan(review.score);
  });

  test('comes earlier or later among the fixes', () => {
    const small = (made: Review) => {
      const { fixes, small: rest } = checklistOf(made, RULES, profile);
      return [...fixes, ...rest].map(({ rule }) => rule).indexOf('canned-boilerplate');
    };
    expect(small(under({ rulesDouble: ['canned-boilerplate'] }))).toBeLessThan(small(review));
  });

  test('leaves every score between 0 and 100, the suggestion too', () => {
    const ids = RULES.map(({ id }) => id);
    const faults = RULES.filter(({ kind }) => kind === 'fault').map(({ id }) => id);
    for (const change of [{ rulesDouble: ids }, { rulesHalf: ids }, { rulesDouble: faults }])
      expect(reviewSchema.safeParse(under(change)).success).toBe(true);
  });
});

describe('a wording of the house', () => {
  test('is no fault, in any case and spacing, and stands in the suggestion', () => {
    const phrase = 'we apologise for  any inconvenience caused';
    const kept = under({ housePhrases: [phrase] });
    expect(faultsIn(kept)).toContain('over-promise');
    expect(faultsIn(kept)).not.toContain('conditional-apology');
    expect(faultsIn(kept)).not.toContain('canned-boilerplate');
    expect(kept.score).toBeGreaterThan(review.score);
    expect(kept.rewrite?.text).toContain('We apologise for any inconvenience caused.');
  });

  test('excuses no more than itself', () => {
    expect(under({ housePhrases: ['your parcel'] })).toBe(review);
    expect(statusOf(under({ housePhrases: ['any inconvenience'] }), 'over-promise')).toBe('present');
  });

  test('is found as whole words, with either apostrophe and whatever signs it has', () => {
    expect(placesOf("we're (very) sorry", 'So: We’re (very) sorry.')).toEqual([{ start: 4, end: 22 }]);
    expect(placesOf('recall', 'We recalled it')).toEqual([]);
    expect(placesOf('  ', 'a  b')).toEqual([]);
  });
});

describe('words that want a second pair of eyes', () => {
  test('are named, with who should read it', () => {
    const { advisories } = under({ legalWords: ['Recall'], escalationContact: 'Priya, ext. 12' });
    expect(advisories[0]).toEqual({
      flag: 'legal-review',
      message: 'It mentions “Recall”: ask Priya, ext. 12 to read it before it goes out.',
    });
  });

  test('say nothing twice, and nothing of a part of a word', () => {
    const injured = 'I am sorry that you were injured in our shop on Monday. That was our mistake.';
    const raised = reviewDraft(injured);
    const asked = { draft: injured, context: {} };
    const twice = applySettings(raised, { ...DEFAULT_SETTINGS, legalWords: ['injured'] }, asked);
    expect(twice.advisories.filter(({ flag }) => flag === 'legal-review')).toHaveLength(1);
    expect(under({ legalWords: ['call'] })).toBe(review);
  });
});
