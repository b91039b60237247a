import type { RichTextElement } from '@slack/types';
import { commands } from '../ids.ts';
import { escapeWithin } from './escape.ts';
import type { Message } from './message.ts';
import { paragraph, plain, richText } from './rich-text.ts';

const WHO = 'The settings of a channel are in the hands of the admins and owners of this workspace';
const ELSE = 'Everything else I do is there for you as before.';

/** Says who may change settings, to somebody who may not. `named` are Slack user ids. */
export function settingsRefusal(named: readonly string[]): Message {
  const people = named.flatMap((id, index): RichTextElement[] => [
    ...plain(index === 0 ? ', and of ' : index === named.length - 1 ? ' and ' : ', '),
    { type: 'user', user_id: id },
  ]);
  const alsoText = named.length === 0 ? '' : `, and of ${named.map((id) => `<@${id}>`).join(', ')}`;
  const ask = `. If something should be different, one of them can open them with ${commands.apologyCheck} settings. `;
  return {
    text: `${escapeWithin(WHO)}${alsoText}${ask}${ELSE}`,
    blocks: [richText(paragraph(plain(WHO), people, plain(ask + ELSE)))],
  };
}
