import { escapeText, escapeWithin } from './escape.ts';
import { LIMITS, splitText } from './limits.ts';
import type { Message } from './message.ts';
import { paragraph, plain, quote, richText } from './rich-text.ts';

const ASKED = ' asked for a look at this draft:';

/** The message that a review is a reply to: who asked, and the whole draft as literal text. */
export function parentMessage(userId: string, draft: string): Message {
  const lead = `<@${escapeText(userId)}>${ASKED}\n`;
  return {
    text: lead + escapeWithin(draft, LIMITS.messageText - lead.length),
    blocks: [
      richText(paragraph([{ type: 'user', user_id: userId }], plain(ASKED))),
      ...splitText(draft, LIMITS.richTextElement).map((piece) => richText(quote(piece))),
    ],
  };
}
