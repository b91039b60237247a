import type { RichTextBlock, RichTextElement, RichTextText } from '@slack/types';
import { LIMITS, splitText } from './limits.ts';

type Part = RichTextBlock['elements'][number];

// Text elements of a rich_text block are literal: Slack looks for no mention, link or markup in them.
// Half a character (a quote may start in one) would make Slack refuse the whole message.
const literal = (text: string, style?: RichTextText['style']): RichTextText[] =>
  splitText(text.toWellFormed(), LIMITS.richTextElement).map((piece) => ({
    type: 'text',
    text: piece,
    ...(style ? { style } : {}),
  }));

export const richText = (...elements: Part[]): RichTextBlock => ({ type: 'rich_text', elements });

export const plain = (text: string): RichTextElement[] => literal(text);

export const bold = (text: string): RichTextElement[] => literal(text, { bold: true });

export const italic = (text: string): RichTextElement[] => literal(text, { italic: true });

export const struck = (text: string): RichTextElement[] => literal(text, { strike: true });

export const paragraph = (...runs: readonly RichTextElement[][]): Part => ({
  type: 'rich_text_section',
  elements: runs.flat(),
});

export const quote = (text: string): Part => ({ type: 'rich_text_quote', elements: literal(text) });

export const quoteOf = (...runs: readonly RichTextElement[][]): Part => ({
  type: 'rich_text_quote',
  elements: runs.flat(),
});

export const list = (style: 'bullet' | 'ordered', items: readonly (readonly RichTextElement[])[]): Part => ({
  type: 'rich_text_list',
  style,
  elements: items.map((elements) => ({ type: 'rich_text_section', elements: [...elements] })),
});

/** Text to copy, as it stands; long text becomes several blocks that joined give it whole. */
export const copyable = (text: string): RichTextBlock[] =>
  splitText(text.toWellFormed(), LIMITS.richTextElement).map((piece) =>
    richText({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: piece }] }),
  );
