import type { Rule } from '../../evaluator/rule.ts';
import type { CountedReview, Counts, Period, RuleCount } from './figures.ts';
import { createTally } from './tally.ts';

/** The drafts of one stretch of time. */
export interface DraftsOf {
  readonly period: Period;
  readonly drafts: readonly CountedReview[];
}

/** What was found in them, by the given rules only: those are in rubric order. */
export function countDrafts({ period, drafts }: DraftsOf, rules: readonly Rule[]): Counts {
  const isComponent = ({ kind }: Rule) => kind === 'component';
  return {
    period,
    drafts: drafts.length,
    people: countPeople(drafts),
    medianScore: createTally(drafts.map(({ score }) => score)).median(),
    faults: countRules(
      drafts.map(({ faults }) => faults),
      rules.filter((rule) => !isComponent(rule)),
    ),
    missing: countRules(
      drafts.map(({ missing }) => missing),
      rules.filter(isComponent),
    ),
  };
}

/** Different ones. */
export const countPeople = (drafts: readonly CountedReview[]): number =>
  new Set(drafts.map(({ person }) => person)).size;

/** `lists` has the ids of each draft. Most frequent first, in the order of the rules where equal. */
function countRules(lists: readonly (readonly string[])[], rules: readonly Rule[]): RuleCount[] {
  const counts = rules.map(({ id }) => ({ rule: id, drafts: 0 }));
  const byRule = new Map(counts.map((count) => [count.rule, count]));
  for (const [ids, drafts] of timesEach(lists)) {
    for (const id of ids) {
      const count = byRule.get(id);
      if (count) count.drafts += drafts;
    }
  }
  return counts.filter(({ drafts }) => drafts > 0).sort((a, b) => b.drafts - a.drafts);
}

/** Many drafts share one list, as the store reads each once; it need not be gone through for each of them. */
function timesEach(lists: readonly (readonly string[])[]): ReadonlyMap<readonly string[], number> {
  const times = new Map<readonly string[], number>();
  for (const list of lists) times.set(list, (times.get(list) ?? 0) + 1);
  return times;
}
