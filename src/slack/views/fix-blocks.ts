import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { Point } from '../../evaluator/checklist.ts';
import { replyActions, replyBlocks } from '../ids.ts';
import { cutText } from './limits.ts';
import { button, buttonValue } from './reply-buttons.ts';
import { named } from './reply-parts.ts';
import { bold, paragraph, plain, quote, richText } from './rich-text.ts';

/** Two quotes show what is meant; more would bury the advice. */
export const QUOTES_PER_FIX = 2;
export const QUOTE_MAX = 400;

/** One of the fixes that matter most, in a block of its own, with its buttons below where there is a review to act on. */
export function fixBlocks(point: Point, index: number, reviewId: string | undefined): KnownBlock[] {
  const words = named(`${replyBlocks.point}:${point.rule}`, fixWords(point, index));
  if (reviewId === undefined) return [words];
  const { rule, title, kind } = point;
  const value = buttonValue(reviewId, rule);
  const why = button(replyActions.why, value, { text: 'Why', spoken: `Why: ${title}` });
  // What is missing is missing; only something that was found can be found by mistake.
  const dismiss = button(replyActions.dismiss, value, {
    text: 'Not an issue here',
    spoken: `Not an issue here: ${title}`,
  });
  return [
    words,
    {
      type: 'actions',
      block_id: `${replyBlocks.pointButtons}:${rule}`,
      elements: kind === 'component' ? [why] : [why, dismiss],
    },
  ];
}

/** A fix in words: its title, up to `most` quotes, and one sentence of advice. */
export function fixWords(
  { title, advice, evidence }: Point,
  index: number,
  most = QUOTES_PER_FIX,
): RichTextBlock {
  const heading = bold(`${index + 1}  ${title}`);
  const quotes = evidence
    .filter((words) => words.quote !== '')
    .slice(0, most)
    .map((words) => quote(cutText(words.quote, QUOTE_MAX)));
  // Two paragraphs in a row would run into one line in some of Slack's clients.
  if (quotes.length === 0) return richText(paragraph(heading, plain(`\n${advice}`)));
  return richText(paragraph(heading), ...quotes, paragraph(plain(advice)));
}
