import { createMendedScores } from '../../evaluator/mended-scores.ts';
import type { Rule } from '../../evaluator/rule.ts';
import type { CountedReview, DigestFigures } from './figures.ts';
import { createTally } from './tally.ts';

/**
 * The rule whose mending, in every draft that breaks it, would lift the median most; of those that lift it
 * alike, the one that lifts the mean most. `undefined` where none lifts anything.
 */
export function practiceOf(
  drafts: readonly CountedReview[],
  rules: readonly Rule[],
): DigestFigures['practice'] {
  const now = createTally(drafts.map(({ score }) => score));
  const mended = new Map(rules.map(({ id }) => [id, { scores: now.copy(), drafts: 0, gain: 0 }]));
  const tellMended = createMendedScores(rules);
  for (const draft of drafts) {
    tellMended(draft, (rule, score) => {
      const then = mended.get(rule);
      if (then === undefined) return;
      then.scores.remove(draft.score);
      then.scores.add(score);
      then.drafts += 1;
      then.gain += score - draft.score;
    });
  }
  const [best] = [...mended]
    .filter(([, { gain }]) => gain > 0)
    .map(([rule, then]) => ({ rule, drafts: then.drafts, gain: then.gain, medianThen: then.scores.median() }))
    .sort((a, b) => b.medianThen - a.medianThen || b.gain - a.gain);
  return best && { rule: best.rule, drafts: best.drafts, medianThen: best.medianThen };
}
