import type { Rule } from '../../../evaluator/rule.ts';
import type { Counts, DigestFigures } from '../figures.ts';
import { shareOf } from './figures-in-words.ts';
import { knownCounts } from './known-counts.ts';
import { shortDays } from './named-days.ts';

/** More faults than this are hard to tell apart. */
const MOST = 4;

/** How often the most common faults came up in each week. */
export interface FaultsByWeek {
  readonly title: string;
  /** Oldest first. */
  readonly weeks: readonly string[];
  /** Most common first; shares of the drafts in whole per cent, one for each week. */
  readonly faults: readonly { readonly rule: Rule; readonly percents: readonly number[] }[];
}

/** `undefined` with fewer than two weeks or no fault; of more than `most` weeks, the last ones. */
export function faultsByWeek(
  { faults, weeks }: DigestFigures,
  zone: string,
  rules: readonly Rule[],
  most: number,
): FaultsByWeek | undefined {
  const known = knownCounts(faults, rules).slice(0, MOST);
  const shown = weeks.slice(-most);
  if (shown.length < 2 || known.length === 0) return undefined;
  return {
    title: 'The most common faults, week by week',
    weeks: shown.map(({ period }) => shortDays(period, zone)),
    faults: known.map(({ rule }) => ({ rule, percents: shown.map((week) => inPercent(rule.id, week)) })),
  };
}

const inPercent = (rule: string, { faults, drafts }: Counts): number =>
  Math.round(100 * shareOf(faults.find((one) => one.rule === rule)?.drafts ?? 0, drafts));
