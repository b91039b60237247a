import { type TooLittle, tooLittleWords } from '../../reviews/digests/words/too-little.ts';
import { commands } from '../ids.ts';
import type { Message } from './message.ts';
import { paragraph, plain, richText } from './rich-text.ts';
import { spokenText } from './spoken-text.ts';

/** For who asked, alone: why there are no figures of a period, and what to try. */
export function digestTooLittle(found: TooLittle): Message {
  const words = tooLittleWords(found, (days) => `${commands.apologyCheck} digest ${days}d`);
  const block = richText(paragraph(plain(words)));
  return { text: spokenText([block]), blocks: [block] };
}
