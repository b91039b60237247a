import type { Rule } from '../../evaluator/rule.ts';
import type { CountedReview, Counts, Period, RuleCount } from './figures.ts';
import { median } from './median.ts';

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
    medianScore: median(drafts.map(({ score }) => score)),
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
  const counts = new Map<string, number>();
  for (const ids of lists) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return rules
    .map(({ id }) => ({ rule: id, drafts: counts.get(id) ?? 0 }))
    .filter(({ drafts }) => drafts > 0)
    .sort((a, b) => b.drafts - a.drafts);
}
