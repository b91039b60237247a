import { commands } from '../ids.ts';
import { escapeWithin } from './escape.ts';
import type { Message } from './message.ts';
import { bold, list, paragraph, plain, richText } from './rich-text.ts';
import { KEPT, WAYS } from './ways.ts';

/** How to ask the bot. `unknown` is a word that was no draft and no sub-command, `meant` the one it looks like. */
export function helpMessage(unknown?: string, meant?: string): Message {
  const lead = leadFor(unknown, meant);
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

function leadFor(unknown: string | undefined, meant: string | undefined): string {
  if (unknown === undefined) return 'I look over an apology before your customer reads it.';
  if (meant !== undefined)
    return `I don't know "${unknown}". Did you mean ${commands.apologyCheck} ${meant}?`;
  return `I don't know "${unknown}". If it is a draft, send me the whole message.`;
}
