import { describe, expect, test } from 'vitest';
import { checklistOf, type Point } from '../../src/evaluator/checklist.ts';
import { citing, sampleReview } from '../support/sample-review.ts';
import { SAMPLE_RULES } from '../support/sample-rules.ts';

const ids = (points: readonly Point[]) => points.map(({ rule }) => rule);
const TEXT = 'You should have read the notice. Sorry if it was late, our courier messed up.';

describe('fixes', () => {
  test('are three at most: what turns on the customer first, then what caps the score, heaviest first', () => {
    const { fixes, headline } = checklistOf(
      sampleReview(
        {
          'explicit-apology': 'present',
          'blames-customer': citing(TEXT, 'You should have read'),
          'conditional-apology': citing(TEXT, 'Sorry if'),
          'canned-boilerplate': citing(TEXT, 'notice'),
        },
        { band: 'hold' },
      ),
      SAMPLE_RULES,
    );
    expect(ids(fixes)).toEqual(['blames-customer', 'takes-responsibility', 'conditional-apology']);
    expect(headline).toBe('Hold this one: three fixes first');
  });

  test('say what is missing in the words for a missing component', () => {
    const { fixes } = checklistOf(sampleReview({ 'explicit-apology': 'present' }), SAMPLE_RULES);
    expect(fixes[0]).toMatchObject({ title: 'Nobody owns what happened', evidence: [] });
  });

  test('never quote the same words twice', () => {
    const words = citing(TEXT, 'Sorry if it was late');
    const { fixes, small } = checklistOf(
      sampleReview({ 'conditional-apology': words, 'canned-boilerplate': words, 'blames-others': words }),
      SAMPLE_RULES,
    );
    expect(
      ids(fixes).filter((id) => ['conditional-apology', 'canned-boilerplate', 'blames-others'].includes(id)),
    ).toHaveLength(1);
    expect(ids(small)).toContain('canned-boilerplate');
  });

  test('a component that this kind of message can do without is no fix', () => {
    const found = {
      'explicit-apology': 'present',
      'takes-responsibility': 'present',
      'repair-offer': 'present',
    } as const;
    const asMail = checklistOf(sampleReview(found), SAMPLE_RULES, 'email');
    const asChat = checklistOf(sampleReview(found), SAMPLE_RULES, 'chat');
    expect(ids(asMail.fixes)).toEqual(['prevention-step']);
    expect(ids(asChat.fixes)).toEqual([]);
    expect(ids(asChat.notApplicable)).toContain('prevention-step');
  });

  test('a draft that is ready has none, whatever small thing is left', () => {
    const { fixes, small, headline } = checklistOf(
      sampleReview(
        { 'explicit-apology': 'present', 'canned-boilerplate': citing(TEXT, 'notice') },
        { band: 'ready' },
      ),
      SAMPLE_RULES,
    );
    expect(fixes).toEqual([]);
    expect(ids(small)).toContain('canned-boilerplate');
    expect(headline).toBe('Ready to send');
  });

  test('what is no apology gets none', () => {
    const { fixes, small, headline } = checklistOf(sampleReview({}, { notAnApology: true }), SAMPLE_RULES);
    expect([fixes, small]).toEqual([[], []]);
    expect(headline).toContain('no apology');
  });
});

test('every component stands in exactly one list, and every fault that was found too', () => {
  const review = sampleReview({
    'explicit-apology': 'present',
    'invites-response': 'na',
    'conditional-apology': citing(TEXT, 'Sorry if'),
    'unfilled-placeholder': citing(TEXT, 'notice'),
  });
  const { fixes, small, good, notApplicable } = checklistOf(review, SAMPLE_RULES);
  const shown = [...fixes, ...small, ...good, ...notApplicable].map(({ rule }) => rule);
  const expected = review.findings.filter(({ kind, status }) => kind === 'component' || status === 'present');
  expect(shown.toSorted()).toEqual(expected.map(({ rule }) => rule).toSorted());
});
