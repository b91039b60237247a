import { z } from 'zod';
import type { PressedElement } from './press-payloads.ts';

const confirmSchema = z.looseObject({
  title: z.looseObject({ text: z.string() }),
  text: z.looseObject({ text: z.string() }),
  confirm: z.looseObject({ text: z.string() }),
  deny: z.looseObject({ text: z.string() }),
});

const elementSchema = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  value: z.string().optional(),
  options: z.array(z.looseObject({ value: z.string() })).default([]),
  confirm: confirmSchema.optional(),
  positive_button: z.looseObject({ value: z.string() }).optional(),
  negative_button: z.looseObject({ value: z.string() }).optional(),
});

const blockSchema = z.looseObject({
  block_id: z.string().optional(),
  elements: z.array(z.unknown()).default([]),
  child_blocks: z.array(z.unknown()).default([]),
});

/** Where somebody clicked: the block, the element, and for two buttons in one element which of them. */
export interface Click {
  readonly blockId: string;
  readonly actionId: string;
  readonly index: number;
  /** The value of what was chosen from a menu. */
  readonly choice?: string | undefined;
}

export interface Pressable extends PressedElement {
  /** What Slack asks before it sends the press, and the words of its two buttons. */
  readonly question:
    | { readonly title: string; readonly text: string; readonly yes: string; readonly no: string }
    | undefined;
}

/** The element under a click; `undefined` when there is none any more. */
export function pressableAt(blocks: readonly unknown[], click: Click): Pressable | undefined {
  for (const each of blocks) {
    const block = blockSchema.parse(each);
    const inside = pressableAt(block.child_blocks, click);
    if (inside) return inside;
    if ((block.block_id ?? '') !== click.blockId) continue;
    for (const candidate of block.elements) {
      const element = elementSchema.safeParse(candidate);
      if (element.success && element.data.action_id === click.actionId) return pressed(element.data, click);
    }
  }
  return undefined;
}

function pressed(element: z.infer<typeof elementSchema>, { blockId, index, choice }: Click): Pressable {
  const { type, action_id, confirm, options } = element;
  const side = index === 0 ? element.positive_button : element.negative_button;
  const value = side?.value ?? element.value;
  const chosen = options.find((option) => option.value === choice);
  return {
    type,
    action_id,
    block_id: blockId,
    ...(value === undefined ? {} : { value }),
    ...(chosen === undefined ? {} : { selected_option: chosen }),
    question: confirm && {
      title: confirm.title.text,
      text: confirm.text.text,
      yes: confirm.confirm.text,
      no: confirm.deny.text,
    },
  };
}
