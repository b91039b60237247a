import type { RichTextBlock } from '@slack/types';
import { chartWords } from './chart-block.ts';
import { escapeWithin } from './escape.ts';
import type { MessageBlock } from './message.ts';

/**
 * Blocks in words, for screen readers and notifications: they read this text and nothing of the blocks.
 * Buttons are left out, as every client names them itself. Escaped, and never over Slack's limit.
 */
export const spokenText = (blocks: readonly MessageBlock[], max?: number): string =>
  escapeWithin(linesOf(blocks).join('\n'), max);

const linesOf = (blocks: readonly MessageBlock[]): string[] => blocks.flatMap(blockLines);

function blockLines(block: MessageBlock): string[] {
  switch (block.type) {
    case 'header':
      return [block.text.text];
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? [element.text] : []));
    case 'rich_text':
      return block.elements.flatMap(partLines);
    case 'container':
      return [...(block.title ? [block.title.text] : []), ...linesOf(block.child_blocks)];
    case 'data_visualization': {
      const { title, points, lines } = chartWords(block);
      return [title, points, ...lines.map((line) => `• ${line}`)];
    }
    default:
      return [];
  }
}

function partLines(part: RichTextBlock['elements'][number]): string[] {
  if (part.type === 'rich_text_list')
    return part.elements.map((item, index) => {
      const mark = part.style === 'ordered' ? `${index + 1}.` : '•';
      return `${mark} ${wordsOf(item.elements)}`;
    });
  const words = wordsOf(part.elements);
  return [part.type === 'rich_text_quote' ? `“${words}”` : words];
}

const wordsOf = (runs: readonly object[]): string =>
  runs.map((run) => ('text' in run && typeof run.text === 'string' ? run.text : '')).join('');

/** How much text Slack has to carry in these blocks, buttons not counted. */
export const lengthOfText = (blocks: readonly MessageBlock[]): number => linesOf(blocks).join('\n').length;
