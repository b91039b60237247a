import type { RichTextBlock } from '@slack/types';
import type { Rewrite } from '../../evaluator/review.ts';
import { replyBlocks } from '../ids.ts';
import { LIMITS, splitText } from './limits.ts';
import { bold, plain, richText } from './rich-text.ts';

/**
 * The rewrite as a quotation, its open slots in bold. Long text becomes several blocks that joined give
 * it whole.
 */
export const quotedWithBlanks = ({ text, blanks }: Pick<Rewrite, 'text' | 'blanks'>): RichTextBlock[] =>
  splitText(text.toWellFormed(), LIMITS.richTextElement).map((piece, index) => ({
    ...richText({
      type: 'rich_text_quote',
      elements: runs(
        piece,
        blanks.map((blank) => blank.text),
      ),
    }),
    // By this the editor finds the text again (`find-text.ts`).
    block_id: `${replyBlocks.suggestion}:${index}`,
  }));

/** Plain and bold runs in turn; a slot that is not found stands in plain letters. */
function runs(text: string, slots: readonly string[]): ReturnType<typeof plain> {
  const next = slots
    .map((slot) => ({ slot, at: text.indexOf(slot) }))
    .filter(({ slot, at }) => slot !== '' && at !== -1)
    .toSorted((a, b) => a.at - b.at)[0];
  if (!next) return text === '' ? [] : plain(text);
  const end = next.at + next.slot.length;
  const before = text.slice(0, next.at);
  return [...(before === '' ? [] : plain(before)), ...bold(next.slot), ...runs(text.slice(end), slots)];
}
