import type { KnownBlock, RichTextElement } from '@slack/types';
import { escapeText } from './escape.ts';
import type { Message } from './message.ts';
import { paragraph, richText } from './rich-text.ts';

/**
 * Paragraphs for one person alone, in whose text names stand too: what nobody else is shown wakes nobody.
 * `more` stands below them.
 */
export function privateWords(
  paragraphs: readonly (readonly RichTextElement[])[],
  more: readonly KnownBlock[] = [],
): Message {
  return {
    text: paragraphs.map((runs) => runs.map(spoken).join('')).join('\n'),
    blocks: [...paragraphs.map((runs) => richText(paragraph([...runs]))), ...more],
  };
}

function spoken(run: RichTextElement): string {
  switch (run.type) {
    case 'text':
      return escapeText(run.text);
    case 'user':
      return `<@${run.user_id}>`;
    case 'channel':
      return `<#${run.channel_id}>`;
    case 'date':
      return run.fallback ?? '';
    default:
      return '';
  }
}
