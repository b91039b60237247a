import type { KnownBlock, RichTextBlock } from '@slack/types';
import { escapeWithin } from './escape.ts';

/**
 * Blocks in words, for screen readers and notifications: they read this text and nothing of the blocks.
 * Buttons are left out, as every client names them itself. Escaped, and never over Slack's limit.
 */
export const spokenText = (blocks: readonly KnownBlock[], max?: number): string =>
  escapeWithin(linesOf(blocks).join('\n'), max);

const linesOf = (blocks: readonly KnownBlock[]): string[] => blocks.flatMap(blockLines);

function blockLines(block: KnownBlock): string[] {
  switch (block.type) {
    case 'header':
      return [block.text.text];
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? [element.text] : []));
    case 'rich_text':
      return block.elements.flatMap(partLines);
    case 'container':
      return [...(block.title ? [block.title.text] : []), ...linesOf(block.child_blocks)];
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
export const lengthOfText = (blocks: readonly KnownBlock[]): number => linesOf(blocks).join('\n').length;
