import type { InputBlock } from '@slack/types';
import {
  CONTEXT_FIELD_NAMES,
  CONTEXT_FIELDS,
  type ContextField,
  type ContextFieldName,
} from './context-fields.ts';
import { textInput } from './inputs.ts';
import { words } from './words.ts';

/** The inputs of one place of the form, with what was put in so far. */
export const contextInputs = (
  place: ContextField['place'],
  values: Readonly<Partial<Record<ContextFieldName, string>>>,
): InputBlock[] =>
  CONTEXT_FIELD_NAMES.filter((name) => CONTEXT_FIELDS[name].place === place).map((name) =>
    contextInput(name, CONTEXT_FIELDS[name], values[name] ?? ''),
  );

function contextInput(blockId: string, field: ContextField, value: string): InputBlock {
  const { label, hint, action } = field;
  if (field.kind === 'text') {
    const { max, multiline } = field;
    return textInput({ blockId, actionId: action, label, hint, max, multiline, value, optional: true });
  }
  const about = { type: 'input', block_id: blockId, label: words(label) } as const;
  if (field.kind === 'time') {
    const chosen = value === '' ? {} : { initial_date_time: Number(value) };
    return { ...about, optional: true, element: { type: 'datetimepicker', action_id: action, ...chosen } };
  }
  const options = Object.entries(field.options).map(([key, text]) => ({ text: words(text), value: key }));
  const initial = options.find((option) => option.value === value);
  return {
    ...about,
    optional: true,
    element: {
      type: 'static_select',
      action_id: action,
      options,
      ...(field.placeholder === undefined ? {} : { placeholder: words(field.placeholder) }),
      ...(initial ? { initial_option: initial } : {}),
    },
  };
}
