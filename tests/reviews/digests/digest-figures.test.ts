import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/evaluator/rules/index.ts';
import { digestFigures } from '../../../src/reviews/digests/digest-figures.ts';
import { type CountedReview, digestFiguresSchema } from '../../../src/reviews/digests/figures.ts';
import { countedReview, day, draftsIn, EIGHT_WEEKS, weeksFrom } from '../../support/counted-reviews.ts';

/** Told of the last of eight weeks. */
const LAST_WEEK = { period: weeksFrom(7), previous: weeksFrom(6), weeks: EIGHT_WEEKS };
const told = (reviews: readonly CountedReview[], rules = RULES) => digestFigures(reviews, LAST_WEEK, rules);

describe('what was found', () => {
  const drafts = [
    { faults: ['sorry-but'], missing: ['repair-offer', 'follow-up'] },
    { faults: ['sorry-but', 'unfilled-placeholder'], missing: ['follow-up'] },
    { faults: ['minimising'], missing: ['repair-offer'] },
    { faults: ['minimising', 'over-promise'] },
    { faults: ['minimising', 'a-rule-of-former-times'] },
  ];
  const reviews = draftsIn(7, 5, (index) => ({ ...drafts[index], score: 40 + 10 * index }));

  test('is counted by drafts, most frequent first and in rubric order where equal', () => {
    expect(told(reviews)).toMatchObject({
      period: weeksFrom(7),
      drafts: 5,
      people: 3,
      medianScore: 60,
      faults: [
        { rule: 'minimising', drafts: 3 },
        { rule: 'sorry-but', drafts: 2 },
        { rule: 'over-promise', drafts: 1 },
        { rule: 'unfilled-placeholder', drafts: 1 },
      ],
      missing: [
        { rule: 'repair-offer', drafts: 2 },
        { rule: 'follow-up', drafts: 2 },
      ],
    });
  });

  test('by a rule that is switched off in the channel is not told', () => {
    const rules = RULES.filter(({ id }) => id !== 'minimising' && id !== 'follow-up');
    const { faults, missing } = told(reviews, rules);
    expect([...faults, ...missing].map(({ rule }) => rule)).toEqual([
      'sorry-but',
      'over-promise',
      'unfilled-placeholder',
      'repair-offer',
    ]);
  });
});

test('what was no apology, or in another language, counts nowhere', () => {
  const noApology = countedReview({ requestedAt: day(50), person: 'Dee', score: 0, present: [] });
  const stray = { ...noApology, missing: ['explicit-apology', 'repair-offer'] };
  const drafts = draftsIn(7, 6, (index) => ({ lastScore: 70, score: 50 + index }));
  expect(told([noApology, stray, ...drafts])).toEqual(told(drafts));
});

test('of an even number of drafts the median is the mean of the two in the middle', () => {
  const scores = [100, 20, 51, 60];
  expect(told(draftsIn(7, 4, (index) => ({ score: scores[index] ?? 0 }))).medianScore).toBe(55.5);
});

test('a week begins with its first instant and ends before that of the next, however it is written', () => {
  const at = (requestedAt: string) => countedReview({ requestedAt });
  const within = ['2026-04-20T00:00:00Z', '2026-04-20T00:00:00.000Z', '2026-04-26T23:59:59.999Z'];
  const outside = ['2026-04-19T23:59:59.999Z', '2026-04-27T00:00:00Z', '2026-04-27T00:00:00.000Z'];
  expect(told([...outside, ...within].map(at)).drafts).toBe(3);
});

test('a channel in which nothing was checked has empty figures', () => {
  expect(digestFiguresSchema.parse(told([]))).toEqual({
    period: weeksFrom(7),
    drafts: 0,
    people: 0,
    medianScore: 0,
    faults: [],
    missing: [],
    weeks: [],
  });
});

describe('the week before', () => {
  test('is told beside this one', () => {
    const reviews = [...draftsIn(6, 5, () => ({ score: 30 })), ...draftsIn(7, 5)];
    expect(told(reviews).previous).toMatchObject({ period: weeksFrom(6), drafts: 5, medianScore: 30 });
  });

  test.each([
    ['four drafts', draftsIn(6, 4)],
    ['two people', draftsIn(6, 9, (index) => ({ person: index < 5 ? 'Ana' : 'Ben' }))],
  ])('with %s would tell of people, and is not told', (_few, before) => {
    const { previous, better } = told([...before, ...draftsIn(7, 5)]);
    expect([previous, better]).toEqual([undefined, undefined]);
  });
});

test('what older rules found before an upgrade is not compared with what these find', () => {
  const older = [
    ...draftsIn(5, 6, () => ({ rulesVersion: '1' })),
    ...draftsIn(6, 6, () => ({ rulesVersion: '1' })),
  ];
  const { previous, weeks } = told([...older, ...draftsIn(7, 6)]);
  expect(previous).toBeUndefined();
  expect(weeks.map(({ period }) => period)).toEqual([weeksFrom(7)]);
});

describe('drafts that were edited and checked again', () => {
  const gains = [0, 30, -5, 12, 40, 8];
  const edited = draftsIn(7, 6, (index) => ({ score: 40, lastScore: 40 + (gains[index] ?? 0) }));

  test('are counted, with the median of what that added', () => {
    const reviews = [...edited, ...draftsIn(7, 3), ...draftsIn(6, 5, () => ({ lastScore: 100 }))];
    expect(told(reviews).edited).toEqual({ drafts: 6, people: 3, medianGain: 10 });
  });

  test('are not told where they are few, or of two people', () => {
    expect(told([...edited.slice(2), ...draftsIn(7, 9)]).edited).toBeUndefined();
    const ofTwo = edited.map((draft) => ({
      ...draft,
      person: draft.person === 'Cai' ? 'Ana' : draft.person,
    }));
    expect(told([...ofTwo, ...draftsIn(7, 9)]).edited).toBeUndefined();
  });
});
