import { countPeople, type DraftsOf } from './count-drafts.ts';
import { isTooLittle } from './figures.ts';

/**
 * Weeks, oldest first, merged so that none holds too little to be told: such a week is one with the next,
 * a last one with the one before. Weeks before the first draft are left out, and so is everything where
 * all weeks together hold too little.
 */
export function mergeWeeks(weeks: readonly DraftsOf[]): readonly DraftsOf[] {
  const merged: DraftsOf[] = [];
  let open: DraftsOf | undefined;
  for (const week of weeks) {
    if (open === undefined && merged.length === 0 && week.drafts.length === 0) continue;
    open = open === undefined ? week : together(open, week);
    if (isLittle(open)) continue;
    merged.push(open);
    open = undefined;
  }
  const last = merged.pop();
  if (last === undefined) return [];
  return [...merged, open === undefined ? last : together(last, open)];
}

const isLittle = ({ drafts }: DraftsOf): boolean =>
  isTooLittle({ drafts: drafts.length, people: countPeople(drafts) });

const together = (earlier: DraftsOf, later: DraftsOf): DraftsOf => ({
  period: { from: earlier.period.from, to: later.period.to },
  drafts: [...earlier.drafts, ...later.drafts],
});
