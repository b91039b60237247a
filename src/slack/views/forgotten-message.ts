import type { Erased } from '../../reviews/erasure.ts';
import { escapeWithin } from './escape.ts';
import type { Message } from './message.ts';
import { paragraph, plain, richText } from './rich-text.ts';

const NOTHING = 'I keep nothing about you in this workspace, so there was nothing to delete.';
const AFTER =
  'What I posted stays in Slack; those who look after this workspace can still press Delete on it. If you ask me for a look again, I keep its numbers as before.';

/** Tells a person what was deleted of them. */
export function forgottenMessage(erased: Erased): Message {
  const { checks, waiting, names } = erased;
  const sentences =
    checks + names === 0
      ? [NOTHING]
      : [
          checks === 0
            ? ''
            : `I have deleted what I kept about you in this workspace: ${count(checks, 'check', 'checks')}, with scores and rules.`,
          waiting === 0
            ? ''
            : `${count(waiting, 'draft was', 'drafts were')} still waiting for my answer; the text is deleted too, so no answer will come.`,
          names === 0
            ? ''
            : `Your name is gone from ${count(names, 'change', 'changes')} of settings; the settings themselves stay for the others.`,
          AFTER,
        ];
  const text = sentences.filter((sentence) => sentence !== '').join(' ');
  return { text: escapeWithin(text), blocks: [richText(paragraph(plain(text)))] };
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
