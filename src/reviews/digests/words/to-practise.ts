import type { Practice, Rule } from '../../../evaluator/rule.ts';
import { titleToMend } from '../../../evaluator/title-to-mend.ts';
import type { DigestFigures } from '../figures.ts';
import { draftsOf, numeral } from './figures-in-words.ts';

interface ToPractise {
  readonly title: string;
  /** Why and how. */
  readonly advice: string;
  /** How it was chosen. */
  readonly chosen: string;
  /** Of our own; a gate has none. */
  readonly example: Practice | undefined;
}

/** Said with an example, so that nobody takes it for a colleague's. */
export const EXAMPLE_WORDS = { before: 'An example of ours. Instead of:', after: 'Try:' };

/** The one thing to practise; `undefined` when there is none. */
export function toPractise(
  { practice, drafts, medianScore }: DigestFigures,
  rules: readonly Rule[],
): ToPractise | undefined {
  const rule = rules.find(({ id }) => id === practice?.rule);
  if (practice === undefined || rule === undefined) return undefined;
  const lift =
    practice.medianThen > medianScore
      ? `the median score most: with this right in every draft, it would be ${numeral(practice.medianThen)} instead of ${numeral(medianScore)}`
      : 'the scores most, taken together';
  return {
    title: `One thing to practise: ${titleToMend(rule)}`,
    advice: `${rule.why} ${rule.advice}`,
    chosen: `It came up in ${numeral(practice.drafts)} of ${draftsOf(drafts)}, and mending it would lift ${lift}.`,
    example: rule.kind === 'gate' ? undefined : rule.practice,
  };
}
