import type { Rule } from '../../evaluator/rule.ts';
import { wasJudged } from '../frequent-slip.ts';
import { clearlyBetter } from './clearly-better.ts';
import { countDrafts, countPeople, type DraftsOf } from './count-drafts.ts';
import { type CountedReview, type DigestFigures, isTooLittle, type Period } from './figures.ts';
import { mergeWeeks } from './merge-weeks.ts';
import { practiceOf } from './practice.ts';
import { createTally } from './tally.ts';

export interface Spans {
  readonly period: Period;
  /** The stretch of the same length before. */
  readonly previous: Period;
  /** Oldest first, each where the one before ends. They may take in the others. */
  readonly weeks: readonly Period[];
}

/**
 * The figures of a digest. `reviews` cover all spans; those in which nothing was judged, or that held no
 * apology, don't count. `rules` are those that count in the channel, with what they count there, in rubric
 * order: of other rules nothing is told. Pure.
 *
 * A period that holds too little to be told is counted all the same: whoever tells it asks `isTooLittle`.
 */
export function digestFigures(
  reviews: readonly CountedReview[],
  { period, previous, weeks }: Spans,
  rules: readonly Rule[],
): DigestFigures {
  const draftsOf = sortedOut(reviews.filter(wasJudged));
  const { drafts } = draftsOf(period);
  const counts = countDrafts({ period, drafts }, rules);
  // Numbers of different rules are not compared: before an upgrade is as good as nothing.
  const newest = reviews.at(-1)?.rulesVersion;
  const alike = (span: Period) => comparable(draftsOf(span), newest);
  const before = countDrafts(alike(previous), rules);
  const known = isTooLittle(before) ? undefined : before;
  return {
    ...counts,
    previous: known,
    edited: editedOf(drafts),
    better: known && clearlyBetter(known, counts),
    practice: practiceOf(drafts, rules),
    weeks: mergeWeeks(weeks.map(alike)).map((week) => countDrafts(week, rules)),
  };
}

/** Finds the drafts of a period. */
function sortedOut(drafts: readonly CountedReview[]): (period: Period) => DraftsOf {
  // Compared as times: an instant can be written with and without its milliseconds.
  const times = Float64Array.from(drafts, ({ requestedAt }) => Date.parse(requestedAt));
  return (period) => {
    const from = Date.parse(period.from);
    const to = Date.parse(period.to);
    const isWithin = (time = to) => time >= from && time < to;
    return { period, drafts: drafts.filter((_, index) => isWithin(times[index])) };
  };
}

/** The drafts of a span if all were judged by these rules, else none. */
const comparable = ({ period, drafts }: DraftsOf, rulesVersion: string | undefined): DraftsOf => ({
  period,
  drafts: drafts.every((draft) => draft.rulesVersion === rulesVersion) ? drafts : [],
});

function editedOf(drafts: readonly CountedReview[]): DigestFigures['edited'] {
  const edited = drafts.filter(({ lastScore }) => lastScore !== undefined);
  const people = countPeople(edited);
  if (isTooLittle({ drafts: edited.length, people })) return undefined;
  const gains = edited.map(({ score, lastScore = score }) => lastScore - score);
  return { drafts: edited.length, people, medianGain: createTally(gains).median() };
}
