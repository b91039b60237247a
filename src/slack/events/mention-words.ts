import { readWish, type Wish } from '../commands/command-words.ts';
import { plainMessageText } from '../draft-text.ts';

/** Less than this many words after the bot's name are a remark to it, not a draft. */
const FEWEST_WORDS = 4;

/**
 * What a mention asks for. A draft is what stands after the bot's name, or before it where nothing comes
 * after. `text` is as Slack encodes it.
 */
export function readMention(text: string, botUserId: string): Wish {
  const name = new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g');
  const [before = '', ...after] = text.split(name);
  const words = after.join(' ').replace(/^\s*[:,]/, '');
  const wish = readWish(plainMessageText(words.trim() === '' ? before : words));
  if (wish.kind !== 'draft' || wish.draft.trim().split(/\s+/).length >= FEWEST_WORDS) return wish;
  return { kind: 'help' };
}
