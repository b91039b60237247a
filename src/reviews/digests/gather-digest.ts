import type { Rule } from '../../evaluator/rule.ts';
import { weightedRules } from '../../evaluator/rule-weights.ts';
import type { SettingsPlace, SettingsStore } from '../ports.ts';
import { digestFigures } from './digest-figures.ts';
import { isBefore } from './due-days.ts';
import type { DigestFigures, Period } from './figures.ts';
import { periodBefore, weeksUpTo } from './periods.ts';
import type { DigestReviews } from './ports.ts';

/** So far back goes the chart. */
const WEEKS = 8;

/**
 * The figures of a channel for a period, with what they are compared to, in days and weeks of `zone`; by
 * the rules and weights that hold in the channel now. Throws StoreUnavailableError.
 */
export type GatherDigest = (place: SettingsPlace, period: Period, zone: string) => Promise<DigestFigures>;

interface Deps {
  readonly reviews: Pick<DigestReviews, 'counted'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly rules: readonly Rule[];
}

export const createGatherDigest =
  ({ reviews, settings, rules }: Deps): GatherDigest =>
  async (place, period, zone) => {
    const previous = periodBefore(period, zone);
    const weeks = weeksUpTo(period.to, WEEKS, zone);
    const from = [previous, ...weeks].reduce(
      (first, { from }) => (isBefore(from, first) ? from : first),
      period.from,
    );
    const [counted, { settings: inForce }] = await Promise.all([
      reviews.counted(place, { from, to: period.to }),
      settings.read(place),
    ]);
    const counting = weightedRules(rules, { double: inForce.rulesDouble, half: inForce.rulesHalf });
    return digestFigures(
      counted,
      { period, previous, weeks },
      counting.filter(({ id }) => !inForce.rulesOff.includes(id)),
    );
  };
