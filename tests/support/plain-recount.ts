import type { Finding } from '../../src/evaluator/review.ts';
import type { Rule } from '../../src/evaluator/rule.ts';
import { scoreFindings } from '../../src/evaluator/score.ts';
import type { Spans } from '../../src/reviews/digests/digest-figures.ts';
import type { CountedReview, Counts, DigestFigures, Period } from '../../src/reviews/digests/figures.ts';

/**
 * The figures of a digest counted as anybody would with the reviews on paper: slowly, one figure after the
 * other, with nothing of what counts them in the product but the scores of the evaluator.
 */
export function plainRecount(
  reviews: readonly CountedReview[],
  { period, previous, weeks }: Spans,
  rules: readonly Rule[],
): DigestFigures {
  const apologies = reviews.filter(({ present, faults }) => present.length > 0 || faults.length > 0);
  const within = ({ from, to }: Period) =>
    apologies.filter(({ requestedAt }) => requestedAt >= from && requestedAt < to);
  const count = (span: Period) => plainCounts(within(span), span, rules);
  const now = count(period);
  const before = isEnough(within(previous)) ? count(previous) : undefined;
  return {
    ...now,
    previous: before,
    edited: plainEdited(within(period)),
    better: before && plainBetter(before, now),
    practice: plainPractice(within(period), rules),
    weeks: plainWeeks(weeks, within).map(count),
  };
}

export const isEnough = (drafts: readonly CountedReview[]): boolean =>
  drafts.length >= 5 && peopleIn(drafts) >= 3;

const peopleIn = (drafts: readonly CountedReview[]): number =>
  drafts.map(({ person }) => person).filter((person, index, all) => all.indexOf(person) === index).length;

/** Takes away the lowest and the highest until one or two are left. */
function middle(numbers: readonly number[]): number {
  let left = numbers.toSorted((a, b) => a - b);
  while (left.length > 2) left = left.slice(1, -1);
  return left.length === 0 ? 0 : left.reduce((a, b) => a + b) / left.length;
}

function plainCounts(drafts: readonly CountedReview[], period: Period, rules: readonly Rule[]): Counts {
  const list = (listed: readonly Rule[], has: (draft: CountedReview, rule: string) => boolean) =>
    listed
      .map(({ id }, place) => ({ rule: id, drafts: drafts.filter((draft) => has(draft, id)).length, place }))
      .filter((counted) => counted.drafts > 0)
      .sort((a, b) => (a.drafts === b.drafts ? a.place - b.place : b.drafts - a.drafts))
      .map((counted) => ({ rule: counted.rule, drafts: counted.drafts }));
  return {
    period,
    drafts: drafts.length,
    people: peopleIn(drafts),
    medianScore: middle(drafts.map(({ score }) => score)),
    faults: list(
      rules.filter(({ kind }) => kind === 'fault' || kind === 'gate'),
      ({ faults }, rule) => faults.includes(rule),
    ),
    missing: list(
      rules.filter(({ kind }) => kind === 'component'),
      ({ missing }, rule) => missing.includes(rule),
    ),
  };
}

function plainEdited(drafts: readonly CountedReview[]): DigestFigures['edited'] {
  const edited = drafts.filter(({ lastScore }) => lastScore !== undefined);
  if (!isEnough(edited)) return undefined;
  const medianGain = middle(edited.map(({ score, lastScore }) => Number(lastScore) - score));
  return { drafts: edited.length, people: peopleIn(edited), medianGain };
}

function plainBetter(before: Counts, now: Counts): DigestFigures['better'] {
  let most: DigestFigures['better'];
  for (const { rule, drafts } of [...before.faults, ...before.missing]) {
    const left = [...now.faults, ...now.missing].find((counted) => counted.rule === rule)?.drafts ?? 0;
    const change = { rule, before: drafts / before.drafts, now: left / now.drafts };
    const p = (drafts + 1) / (before.drafts + 2);
    const q = (left + 1) / (now.drafts + 2);
    const error = Math.sqrt((p * (1 - p)) / (before.drafts + 2) + (q * (1 - q)) / (now.drafts + 2));
    const fall = change.before - change.now;
    // A trifle more, so that a fall of as much is not taken for a larger one.
    const largest = most ? most.before - most.now + 1e-9 : 0;
    if (fall > 0.1 - 1e-9 && p - q > 3 * error && fall > largest) most = change;
  }
  return most;
}

function plainPractice(drafts: readonly CountedReview[], rules: readonly Rule[]): DigestFigures['practice'] {
  const mean = (scores: readonly number[]) => scores.reduce((a, b) => a + b, 0) / scores.length;
  const now = drafts.map(({ score }) => score);
  let best: { rule: string; drafts: number; medianThen: number; mean: number } | undefined;
  for (const { id } of rules) {
    const breaking = drafts.filter(({ missing, faults }) => [...missing, ...faults].includes(id));
    const scores = drafts.map((draft) =>
      breaking.includes(draft) ? mendedScore(draft, id, rules) : draft.score,
    );
    const then = { rule: id, drafts: breaking.length, medianThen: middle(scores), mean: mean(scores) };
    if (!(then.mean > mean(now))) continue;
    const isBetter = (than: typeof then) =>
      then.medianThen > than.medianThen || (then.medianThen === than.medianThen && then.mean > than.mean);
    if (best === undefined || isBetter(best)) best = then;
  }
  return best && { rule: best.rule, drafts: best.drafts, medianThen: best.medianThen };
}

/** What the evaluator adds to the score of the draft for one rule mended, as far as its caps allow. */
function mendedScore(
  { score, present, missing, faults }: CountedReview,
  rule: string,
  rules: readonly Rule[],
) {
  const scored = (there: readonly string[], absent: readonly string[]) =>
    scoreFindings(
      rules.map(({ id, kind }): Finding => {
        const status = there.includes(id) ? 'present' : absent.includes(id) ? 'absent' : 'na';
        return { rule: id, kind, status, evidence: [] };
      }),
      'email',
      rules,
    );
  const asItIs = scored([...present, ...faults], missing);
  const others = (ids: readonly string[]) => ids.filter((id) => id !== rule);
  const mended = scored(
    [...present, ...others(faults), ...(missing.includes(rule) ? [rule] : [])],
    others(missing),
  );
  return Math.max(score, Math.min(mended.cap, score + mended.score - asItIs.score));
}

/** Joins the first week that holds too little with its neighbour, and looks again. */
function plainWeeks(
  weeks: readonly Period[],
  within: (period: Period) => readonly CountedReview[],
): readonly Period[] {
  const [first, ...rest] = weeks;
  if (first && within(first).length === 0) return plainWeeks(rest, within);
  let joined = weeks;
  for (;;) {
    const at = joined.findIndex((week) => !isEnough(within(week)));
    if (at === -1) return joined;
    if (joined.length === 1) return [];
    const left = at === joined.length - 1 ? at - 1 : at;
    const [one, other] = [joined[left], joined[left + 1]];
    if (!one || !other) throw new Error('a week has a neighbour');
    joined = [...joined.slice(0, left), { from: one.from, to: other.to }, ...joined.slice(left + 2)];
  }
}
