import type { Counts, DigestFigures } from '../../src/reviews/digests/figures.ts';

/** Midnights in Berlin, where the clocks go back on 25 October. */
const MONDAYS = [
  '2026-10-18T22:00:00.000Z',
  '2026-10-25T23:00:00.000Z',
  '2026-11-01T23:00:00.000Z',
  '2026-11-08T23:00:00.000Z',
  '2026-11-15T23:00:00.000Z',
  '2026-11-22T23:00:00.000Z',
  '2026-11-29T23:00:00.000Z',
];

/** Counts of the weeks from one Monday of the list to another. */
const weeks = (from: number, to: number, counts: Omit<Counts, 'period'>): Counts => ({
  period: { from: MONDAYS[from] ?? '', to: MONDAYS[to] ?? '' },
  ...counts,
});

const inDrafts = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([rule, drafts]) => ({ rule, drafts }));

const thisWeek = weeks(5, 6, {
  drafts: 34,
  people: 7,
  medianScore: 71,
  faults: inDrafts({
    'conditional-apology': 12,
    'blames-others': 9,
    'canned-boilerplate': 3,
    'blames-customer': 2,
  }),
  missing: inDrafts({
    'repair-offer': 20,
    'prevention-step': 16,
    'takes-responsibility': 9,
    'invites-response': 8,
    'values-relationship': 3,
  }),
});

const lastWeek = weeks(4, 5, {
  drafts: 28,
  people: 6,
  medianScore: 66,
  faults: inDrafts({ 'conditional-apology': 13, 'blames-others': 9 }),
  missing: inDrafts({ 'prevention-step': 16, 'repair-offer': 13, 'takes-responsibility': 9 }),
});

/** A week of a busy channel in Berlin, 23 to 29 November 2026; the rules are those of `sample-rules.ts`. */
export const SAMPLE_DIGEST: DigestFigures = {
  ...thisWeek,
  previous: lastWeek,
  edited: { drafts: 14, people: 5, medianGain: 18 },
  better: { rule: 'conditional-apology', before: 13 / 28, now: 12 / 34 },
  practice: { rule: 'repair-offer', drafts: 20, medianThen: 79 },
  weeks: [
    weeks(0, 1, {
      ...{ drafts: 25, people: 6, medianScore: 58, missing: [] },
      faults: inDrafts({ 'conditional-apology': 14, 'blames-others': 5 }),
    }),
    weeks(1, 3, {
      ...{ drafts: 20, people: 5, medianScore: 61.5, missing: [] },
      faults: inDrafts({ 'conditional-apology': 10, 'canned-boilerplate': 4 }),
    }),
    weeks(3, 4, {
      ...{ drafts: 30, people: 7, medianScore: 64, missing: [] },
      faults: inDrafts({ 'conditional-apology': 12, 'blames-others': 7, 'canned-boilerplate': 3 }),
    }),
    lastWeek,
    thisWeek,
  ],
};
