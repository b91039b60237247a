import { escapeWithin } from './escape.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { copyable, paragraph, plain, richText } from './rich-text.ts';

const GIVEN_BACK = 'Here is your draft, so that nothing is lost:';

/** Says what went wrong and what to do, and gives the draft back where there is one. For one person only. */
export function failureMessage(what: string, draft?: string): Message {
  const hasDraft = draft !== undefined && draft.trim() !== '';
  const text = hasDraft ? `${what}\n\n${GIVEN_BACK}\n${draft}` : what;
  return {
    text: escapeWithin(text),
    blocks: [
      richText(paragraph(plain(what))),
      ...(hasDraft ? [richText(paragraph(plain(GIVEN_BACK))), ...copyable(draft)] : []),
    ].slice(0, LIMITS.messageBlocks),
  };
}
