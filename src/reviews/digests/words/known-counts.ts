import type { Rule } from '../../../evaluator/rule.ts';
import type { Counts } from '../figures.ts';

/** A rule that no longer exists has no name, so nothing can be said about it. */
export interface KnownCount {
  readonly rule: Rule;
  readonly drafts: number;
}

export function knownCounts(counts: Counts['faults'], rules: readonly Rule[]): readonly KnownCount[] {
  return counts.flatMap(({ rule: id, drafts }) => {
    const rule = rules.find((one) => one.id === id);
    return rule === undefined ? [] : [{ rule, drafts }];
  });
}
