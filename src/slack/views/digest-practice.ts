import type { RichTextBlock } from '@slack/types';
import type { Practice, Rule } from '../../evaluator/rule.ts';
import type { DigestFigures } from '../../reviews/digests/figures.ts';
import { digestBlocks } from '../ids.ts';
import { draftsOf, numeral } from './figures-in-words.ts';
import { named } from './reply-parts.ts';
import { bold, paragraph, plain, quote, richText } from './rich-text.ts';
import { titleToMend } from './title-to-mend.ts';

/** The one thing to practise: why, how, how it was chosen, and an example. Empty when there is none. */
export function practiceBlock(
  { practice, drafts, medianScore }: DigestFigures,
  rules: readonly Rule[],
): RichTextBlock[] {
  const rule = rules.find(({ id }) => id === practice?.rule);
  if (practice === undefined || rule === undefined) return [];
  const { why, advice } = rule;
  const lift =
    practice.medianThen > medianScore
      ? `the median score most: with this right in every draft, it would be ${numeral(practice.medianThen)} instead of ${numeral(medianScore)}`
      : 'the scores most, taken together';
  const chosen = `It came up in ${numeral(practice.drafts)} of ${draftsOf(drafts)}, and mending it would lift ${lift}.`;
  return [
    named(
      digestBlocks.practice,
      richText(
        paragraph(
          bold(`One thing to practise: ${titleToMend(rule)}`),
          plain(`\n${why} ${advice}\n${chosen}`),
        ),
        ...(rule.kind === 'gate' ? [] : exampleParts(rule.practice)),
      ),
    ),
  ];
}

// Said to be ours, so that nobody takes it for a colleague's.
const exampleParts = ({ before, after }: Practice) => [
  paragraph(plain('An example of ours. Instead of:')),
  quote(before),
  paragraph(plain('Try:')),
  quote(after),
];
