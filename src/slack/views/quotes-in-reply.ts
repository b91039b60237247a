import type { KnownBlock, RichTextBlock } from '@slack/types';
import { replyBlocks } from '../ids.ts';
import { rulesOf } from './reply-parts.ts';

type Part = RichTextBlock['elements'][number];

/** The draft's words that a posted reply quotes, by rule: in its fixes, its folded list and what was marked. */
export function quotesInReply(blocks: readonly KnownBlock[]): ReadonlyMap<string, readonly string[]> {
  const texts = blocks.flatMap((block) => (block.type === 'container' ? block.child_blocks : [block]));
  return new Map(texts.flatMap((block) => (block.type === 'rich_text' ? quotesIn(block) : [])));
}

function quotesIn(block: RichTextBlock): [string, readonly string[]][] {
  const rules = rulesOf(block);
  switch ((block.block_id ?? '').split(':')[0]) {
    case replyBlocks.point:
      return rules.map((rule) => [rule, block.elements.filter(isQuote).map(textOf)]);
    case replyBlocks.also:
    case replyBlocks.marked: {
      const items = block.elements.flatMap((part) => (part.type === 'rich_text_list' ? part.elements : []));
      return rules.map((rule, index) => [rule, italicsOf(items[index])]);
    }
    default:
      return [];
  }
}

const isQuote = ({ type }: Part): boolean => type === 'rich_text_quote';

const textOf = ({ elements }: Part): string =>
  (elements as readonly { text?: string }[]).map(({ text = '' }) => text).join('');

/** Without the marks that `quotedWords` puts around them. */
const italicsOf = (item: { elements: readonly object[] } | undefined): string[] =>
  (item?.elements ?? []).flatMap((run) =>
    'text' in run && typeof run.text === 'string' && 'style' in run && isItalic(run.style)
      ? [run.text.replace(/^“|”$/g, '')]
      : [],
  );

const isItalic = (style: unknown): boolean =>
  typeof style === 'object' && style !== null && 'italic' in style && style.italic === true;
