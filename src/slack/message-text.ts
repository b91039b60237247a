import { z } from 'zod';
import { plainMessageText, soundText } from './draft-text.ts';

const messageSchema = z.looseObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  attachments: z.array(z.unknown()).optional(),
});

const node = z.looseObject({
  type: z.string().optional(),
  text: z.union([z.string(), z.looseObject({ text: z.string() })]).optional(),
  elements: z.array(z.unknown()).optional(),
  fields: z.array(z.unknown()).optional(),
  blocks: z.array(z.unknown()).optional(),
  name: z.string().optional(),
  url: z.string().optional(),
  pretext: z.string().optional(),
  title: z.string().optional(),
  fallback: z.string().optional(),
});

/** What a message says, as plain text; '' for one without words (a file, a picture). `message` is Slack's payload. */
export function messageText(message: unknown): string {
  const parsed = messageSchema.safeParse(message);
  if (!parsed.success) return '';
  const { text = '', blocks = [], attachments = [] } = parsed.data;
  if (text.trim() !== '') return plainMessageText(text);
  const fromBlocks = soundText(lines(blocks.map(blockText)));
  return fromBlocks !== '' ? fromBlocks : lines(attachments.map(attachmentText));
}

const lines = (texts: readonly string[]): string => texts.filter((text) => text.trim() !== '').join('\n');

/** Words of a block: literal in a rich_text block, encoded in all others. */
function blockText(block: unknown): string {
  const parsed = node.safeParse(block);
  if (!parsed.success) return '';
  const { type, text, elements = [], fields = [] } = parsed.data;
  if (type === 'rich_text') return lines(elements.map(richText));
  const own = typeof text === 'object' ? text.text : (text ?? '');
  return lines([plainMessageText(own), ...[...fields, ...elements].map(blockText)]);
}

function richText(element: unknown): string {
  const parsed = node.safeParse(element);
  if (!parsed.success) return '';
  const { type, text, elements, name, url } = parsed.data;
  if (type === 'rich_text_list') return lines((elements ?? []).map(richText));
  if (elements) return elements.map(richText).join('');
  if (type === 'emoji') return `:${name ?? ''}:`;
  if (type === 'user') return '@someone';
  return typeof text === 'string' ? text : (url ?? '');
}

function attachmentText(attachment: unknown): string {
  const parsed = node.safeParse(attachment);
  if (!parsed.success) return '';
  const { pretext = '', title = '', text, fallback = '', blocks = [] } = parsed.data;
  const body = typeof text === 'string' ? text : '';
  const own = lines([pretext, title, body].map(plainMessageText));
  if (own !== '') return own;
  return lines(blocks.map(blockText)) || plainMessageText(fallback);
}
