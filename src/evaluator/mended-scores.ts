import type { Rule } from './rule.ts';
import { baseOf, type Stake, scoreOf, stakeOf } from './score.ts';

/** What is kept of a review: its score and ids of rules, perhaps of some that no longer exist. */
export interface KeptScore {
  /** 0 to 100. */
  readonly score: number;
  readonly present: readonly string[];
  readonly missing: readonly string[];
  readonly faults: readonly string[];
}

/** Is told the score that a draft would have if a rule that it breaks were mended. */
type TellMended = (rule: string, score: number) => void;

/**
 * Goes through the rules once, then takes any number of reviews. Of each it tells what its score would be
 * with one fault gone or one missing component there, for each of them that is among the rules.
 *
 * Where the words were is not kept, so each fault counts with all its points. What mending adds by that
 * count is added to the score that the review had, as far as the caps of what stays wrong allow.
 */
export function createMendedScores(rules: readonly Rule[]): (review: KeptScore, tell: TellMended) => void {
  const stakes = new Map(rules.map((rule) => [rule.id, stakeOf(rule)]));
  const known = (ids: readonly string[]) =>
    ids.map((id) => stakes.get(id)).filter((stake) => stake !== undefined);

  return (review, tell) => {
    const lacking = known(review.missing);
    const wrong = known(review.faults);
    const present = totalOf(known(review.present));
    const applicable = present + totalOf(lacking);
    const points = totalOf(wrong);
    const [cap, nextCap] = lowestCaps([...lacking, ...wrong]);
    const asItIs = scoreOf(baseOf(present, applicable), points, cap);
    const mend = (stake: Stake, presentThen: number, pointsThen: number): void => {
      const capThen = stake.cap === cap ? nextCap : cap;
      const gain = scoreOf(baseOf(presentThen, applicable), pointsThen, capThen) - asItIs;
      // Mending never costs anything, even where the score was made by other rules than these.
      tell(stake.id, Math.max(review.score, Math.min(capThen, review.score + gain)));
    };
    for (const stake of lacking) mend(stake, present + stake.amount, points);
    for (const stake of wrong) mend(stake, present, points - stake.amount);
  };
}

function totalOf(stakes: readonly Stake[]): number {
  let total = 0;
  for (const { amount } of stakes) total += amount;
  return total;
}

/** The cap that holds, and the one that holds when its reason is gone. */
function lowestCaps(stakes: readonly Stake[]): readonly [number, number] {
  let lowest = 100;
  let next = 100;
  for (const { cap } of stakes) {
    next = Math.min(next, Math.max(lowest, cap));
    lowest = Math.min(lowest, cap);
  }
  return [lowest, next];
}
