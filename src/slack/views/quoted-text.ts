import type { RichTextBlock } from '@slack/types';
import { LIMITS, splitText } from './limits.ts';
import { quote, richText } from './rich-text.ts';

/** A text as a quotation under block ids that begin with `prefix`, by which it is found again (`find-text.ts`). */
export const quotedText = (prefix: string, text: string): RichTextBlock[] =>
  splitText(text.toWellFormed(), LIMITS.richTextElement).map((piece, index) => ({
    ...richText(quote(piece)),
    block_id: `${prefix}${index}`,
  }));
