import type { KnownBlock } from '@slack/types';
import { replyActions, replyBlocks } from '../ids.ts';
import { QUOTE_MAX, QUOTES_PER_FIX } from './fix-blocks.ts';
import { groupsOf } from './groups.ts';
import { quotedWords } from './quoted-words.ts';
import { button, buttonValue } from './reply-buttons.ts';
import { named } from './reply-parts.ts';
import { bold, list, plain, richText } from './rich-text.ts';

/** A finding that somebody called "not an issue here", with the words it rested on. */
export interface Marked {
  readonly rule: string;
  readonly title: string;
  readonly quotes: readonly string[];
}

const PER_BLOCK = 6;

/** What was marked, a line each, and a way back. */
export function markedBlocks(marked: readonly Marked[], reviewId: string): KnownBlock[] {
  if (marked.length === 0) return [];
  const lines = groupsOf(marked, PER_BLOCK).map((group) =>
    named(
      `${replyBlocks.marked}:${group.map(({ rule }) => rule).join(',')}`,
      richText(list('bullet', group.map(lineOf))),
    ),
  );
  return [
    ...lines,
    {
      type: 'actions',
      block_id: replyBlocks.undo,
      elements: marked.map(({ rule, title }) =>
        button(`${replyActions.undo}:${rule}`, buttonValue(reviewId, rule), {
          text: marked.length === 1 ? 'Undo' : `Undo: ${title}`,
          spoken: `Undo, it is an issue: ${title}`,
        }),
      ),
    },
  ];
}

const lineOf = ({ title, quotes }: Marked) => [
  ...plain('Marked as not an issue: '),
  ...bold(title),
  ...quotedWords(quotes.slice(0, QUOTES_PER_FIX), QUOTE_MAX),
];
