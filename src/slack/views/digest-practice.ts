import type { RichTextBlock } from '@slack/types';
import type { Practice, Rule } from '../../evaluator/rule.ts';
import type { DigestFigures } from '../../reviews/digests/figures.ts';
import { EXAMPLE_WORDS, toPractise } from '../../reviews/digests/words/to-practise.ts';
import { digestBlocks } from '../ids.ts';
import { named } from './reply-parts.ts';
import { bold, paragraph, plain, quote, richText } from './rich-text.ts';

/** The one thing to practise: why, how, how it was chosen, and an example. Empty when there is none. */
export function practiceBlock(figures: DigestFigures, rules: readonly Rule[]): RichTextBlock[] {
  const practice = toPractise(figures, rules);
  if (practice === undefined) return [];
  const { title, advice, chosen, example } = practice;
  return [
    named(
      digestBlocks.practice,
      richText(
        paragraph(bold(title), plain(`\n${advice}\n${chosen}`)),
        ...(example === undefined ? [] : exampleParts(example)),
      ),
    ),
  ];
}

const exampleParts = ({ before, after }: Practice) => [
  paragraph(plain(EXAMPLE_WORDS.before)),
  quote(before),
  paragraph(plain(EXAMPLE_WORDS.after)),
  quote(after),
];
