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
  const known = new Map<readonly string[], Stakes>();
  /** Many reviews share one list of ids, as the store reads each once. */
  const stakesIn = (ids: readonly string[]): Stakes => {
    const before = known.get(ids);
    if (before !== undefined) return before;
    const found = together(ids.map((id) => stakes.get(id)).filter((stake) => stake !== undefined));
    known.set(ids, found);
    return found;
  };

  return (review, tell) => {
    const lacking = stakesIn(review.missing);
    const wrong = stakesIn(review.faults);
    const present = stakesIn(review.present).total;
    const applicable = present + lacking.total;
    const points = wrong.total;
    const [cap, nextCap] = lowestTwo(lacking.caps, wrong.caps);
    const asItIs = scoreOf(baseOf(present, applicable), points, cap);
    const mend = (stake: Stake, presentThen: number, pointsThen: number): void => {
      const capThen = stake.cap === cap ? nextCap : cap;
      const gain = scoreOf(baseOf(presentThen, applicable), pointsThen, capThen) - asItIs;
      // Mending never costs anything, even where the score was made by other rules than these.
      tell(stake.id, Math.max(review.score, Math.min(capThen, review.score + gain)));
    };
    for (const stake of lacking.each) mend(stake, present + stake.amount, points);
    for (const stake of wrong.each) mend(stake, present, points - stake.amount);
  };
}

/** The cap that holds, and the one that holds when its reason is gone. */
type Caps = readonly [lowest: number, next: number];

interface Stakes {
  readonly each: readonly Stake[];
  /** Of their amounts. */
  readonly total: number;
  readonly caps: Caps;
}

function together(each: readonly Stake[]): Stakes {
  let total = 0;
  let caps: Caps = [100, 100];
  for (const { amount, cap } of each) {
    total += amount;
    caps = lowestTwo(caps, [cap, 100]);
  }
  return { each, total, caps };
}

const lowestTwo = ([one, nextOne]: Caps, [other, nextOther]: Caps): Caps => [
  Math.min(one, other),
  Math.min(Math.max(one, other), nextOne, nextOther),
];
