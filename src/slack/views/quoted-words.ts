import type { RichTextElement } from '@slack/types';
import { cutText } from './limits.ts';
import { italic, plain } from './rich-text.ts';

/** Words of the draft within a line. The italics let `quotes-in-reply.ts` find them again. */
export function quotedWords(quotes: readonly string[], max: number): RichTextElement[] {
  return quotes
    .filter((quote) => quote.trim() !== '')
    .flatMap((quote) => [...plain(' '), ...italic(`“${cutText(quote, max)}”`)]);
}
