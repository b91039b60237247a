import { commands } from '../ids.ts';
import { escapeWithin } from './escape.ts';
import type { Message } from './message.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';

const WAYS: readonly (readonly [string, string])[] = [
  [`${commands.apologyCheck} your draft`, 'I post the draft here and answer in its thread.'],
  [`${commands.apologyCheck} private your draft`, 'The same, and only you see it.'],
  [commands.apologyCheck, 'A form with room for what happened and what the customer said.'],
  ['Check this apology', 'In the menu of a message: I answer in the thread of that message.'],
  ['Check it just for me', 'In the same menu: only you see the answer.'],
];

const KEPT =
  'I read each draft by fixed rules and keep the names of the rules it met, never its words. I send nothing to your customer.';

/** How to use the command. `unknown` is a word that was no draft and no sub-command. */
export function helpMessage(unknown?: string): Message {
  const lead =
    unknown === undefined
      ? 'I look over an apology before your customer reads it.'
      : `I don't know "${unknown}". If it is a draft, send me the whole message.`;
  const lines = [lead, ...WAYS.map(([how, what]) => `• ${how}: ${what}`), KEPT];
  return {
    text: escapeWithin(lines.join('\n')),
    blocks: [
      richText(
        paragraph(plain(`${lead}\n`)),
        list(
          'bullet',
          WAYS.map(([how, what]) => [...bold(how), ...plain(`: ${what}`)]),
        ),
        paragraph(plain(`\n${KEPT}`)),
      ),
    ],
  };
}
