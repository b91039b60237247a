import type { ContainerBlock, ContextBlock, KnownBlock, RichTextBlock } from '@slack/types';
import type { replyBlocks } from '../ids.ts';
import { cutText, LIMITS } from './limits.ts';
import { bold, paragraph, richText } from './rich-text.ts';

/** The parts of a reply in the order in which they are read. */
const ORDER = [
  'because',
  'headline',
  'current',
  'verdict',
  'advisories',
  'ask',
  'rest',
  'suggestion',
  'changes',
  'buttons',
  'footer',
  'feedback',
] as const;
type ReplyPart = (typeof ORDER)[number];

/** A reply, part by part; what a part does not have is an empty list. */
export type ReplyParts = Readonly<Record<ReplyPart, readonly KnownBlock[]>>;

type BlockName = (typeof replyBlocks)[keyof typeof replyBlocks];

const PART_OF: Readonly<Record<BlockName, ReplyPart>> = {
  because: 'because',
  headline: 'headline',
  current_title: 'current',
  current: 'current',
  lead: 'verdict',
  point: 'verdict',
  point_buttons: 'verdict',
  marked: 'verdict',
  undo: 'verdict',
  advisory: 'advisories',
  ask: 'ask',
  ask_text: 'ask',
  rest: 'rest',
  good: 'rest',
  also: 'rest',
  not_needed: 'rest',
  suggestion_title: 'suggestion',
  suggestion: 'suggestion',
  questions: 'suggestion',
  changes: 'changes',
  change: 'changes',
  reply_buttons: 'buttons',
  state: 'footer',
  feedback: 'feedback',
};

export const arranged = (parts: ReplyParts): KnownBlock[] => ORDER.flatMap((part) => parts[part]);

/** A posted reply taken apart by its block ids; a block that is no part of a reply is dropped. */
export function partsOf(blocks: readonly KnownBlock[]): ReplyParts {
  const of = (wanted: ReplyPart) => blocks.filter((block) => PART_OF[nameOf(block) as BlockName] === wanted);
  return Object.fromEntries(ORDER.map((part) => [part, of(part)])) as Record<ReplyPart, KnownBlock[]>;
}

const nameOf = ({ block_id: id = '' }: KnownBlock): string => id.split(':')[0] ?? '';

/** What stands behind the name of a block id: rule ids, for a block about rules. */
export const rulesOf = ({ block_id: id = '' }: Pick<KnownBlock, 'block_id'>): string[] =>
  id.slice(id.indexOf(':') + 1).split(',');

/** `folded` uses Slack's newest blocks; `flat` says the same without them. */
export type Style = 'folded' | 'flat';

export const named = <Block extends KnownBlock>(block_id: string, block: Block): Block => ({
  ...block,
  block_id,
});

/** A part that opens on demand, where Slack can; nothing when there is nothing in it. */
export function fold(
  style: Style,
  name: BlockName,
  title: string,
  children: readonly RichTextBlock[],
): KnownBlock[] {
  if (children.length === 0) return [];
  if (style === 'flat') return [named(name, richText(paragraph(bold(title)))), ...children];
  const container: ContainerBlock = {
    type: 'container',
    block_id: name,
    title: { type: 'plain_text', text: cutText(title, LIMITS.containerTitle), emoji: false },
    child_blocks: children.slice(0, LIMITS.containerChildren),
    is_collapsible: true,
    default_collapsed: true,
  };
  return [container];
}

/** A line in small letters. */
export const smallLine = (text: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text: cutText(text, LIMITS.sectionText), emoji: false }],
});
