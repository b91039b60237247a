import type { RuleWeights } from './review.ts';
import type { Rule } from './rule.ts';

/** The rules with what they count in a review: twice or half of the rubric's weight or points. */
export const weightedRules = (rules: readonly Rule[], weights: RuleWeights | undefined): readonly Rule[] =>
  weights === undefined ? rules : rules.map((rule) => times(rule, factorOf(rule.id, weights)));

function factorOf(rule: string, { double, half }: RuleWeights): number {
  if (double.includes(rule)) return 2;
  return half.includes(rule) ? 0.5 : 1;
}

/** A gate has nothing to multiply. */
function times(rule: Rule, factor: number): Rule {
  if (rule.kind === 'component') return { ...rule, weight: rule.weight * factor };
  return rule.kind === 'fault' ? { ...rule, points: rule.points * factor } : rule;
}
