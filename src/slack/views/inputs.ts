import type { InputBlock } from '@slack/types';
import { words } from './words.ts';

interface TextInput {
  readonly blockId: string;
  readonly actionId: string;
  readonly label: string;
  readonly max: number;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  readonly multiline?: boolean;
}

/** An input for text with what was typed in it so far. */
export function textInput(input: TextInput): InputBlock {
  const { blockId, actionId, label, max, value, hint, optional = false, multiline = true } = input;
  return {
    type: 'input',
    block_id: blockId,
    label: words(label),
    optional,
    ...(hint === undefined ? {} : { hint: words(hint) }),
    element: {
      type: 'plain_text_input',
      action_id: actionId,
      multiline,
      max_length: max,
      ...(value === '' ? {} : { initial_value: value.slice(0, max).toWellFormed() }),
    },
  };
}
