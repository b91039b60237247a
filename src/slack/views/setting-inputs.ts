import type { InputBlock, PlainTextOption } from '@slack/types';
import type { Rule } from '../../evaluator/rule.ts';
import type { ChannelSettings } from '../../reviews/channel-settings.ts';
import { settingsActions, settingsBlocks } from '../ids.ts';
import { textInput } from './inputs.ts';
import { cutText, LIMITS } from './limits.ts';
import { CHANNEL_CHOICES, FIELD_HINTS, FIELD_LABELS, VISIBILITY_CHOICES } from './setting-words.ts';
import { words } from './words.ts';

const option = (text: string, value: string): PlainTextOption => ({
  text: words(cutText(text, LIMITS.optionText)),
  value,
});

const choices = (all: Readonly<Record<string, string>>): PlainTextOption[] =>
  Object.entries(all).map(([value, text]) => option(text, value));

const choice = <Value extends string>(all: Readonly<Record<Value, string>>, value: Value) =>
  option(all[value], value);

const field = (name: keyof ChannelSettings) => {
  const hint = FIELD_HINTS[name];
  return {
    type: 'input' as const,
    block_id: settingsBlocks[name],
    label: words(FIELD_LABELS[name]),
    ...(hint === undefined ? {} : { hint: words(hint) }),
  };
};

/** Where drafts are assumed to be read. */
export const channelInput = (value: ChannelSettings['channel']): InputBlock => ({
  ...field('channel'),
  element: {
    type: 'static_select',
    action_id: settingsActions.channel,
    options: choices(CHANNEL_CHOICES),
    initial_option: choice(CHANNEL_CHOICES, value),
  },
});

/** Who sees the answers. */
export const visibilityInput = (value: ChannelSettings['visibility']): InputBlock => ({
  ...field('visibility'),
  element: {
    type: 'radio_buttons',
    action_id: settingsActions.visibility,
    options: choices(VISIBILITY_CHOICES),
    initial_option: choice(VISIBILITY_CHOICES, value),
  },
});

const GROUPS: readonly (readonly [Rule['kind'], string])[] = [
  ['component', 'Parts of a good apology'],
  ['fault', 'Faults'],
  ['gate', 'Before it goes out'],
];

/** Rules to choose from, in the groups of the checklist. */
export function rulesInput(
  name: 'rulesDouble' | 'rulesHalf' | 'rulesOff',
  rules: readonly Rule[],
  chosen: readonly string[],
): InputBlock {
  const initial = rules.filter(({ id }) => chosen.includes(id)).map(({ id, title }) => option(title, id));
  return {
    ...field(name),
    optional: true,
    element: {
      type: 'multi_static_select',
      action_id: settingsActions[name],
      placeholder: words('None'),
      option_groups: GROUPS.flatMap(([kind, label]) => {
        const options = rules.filter((rule) => rule.kind === kind).map(({ id, title }) => option(title, id));
        return options.length === 0 ? [] : [{ label: words(label), options }];
      }),
      ...(initial.length === 0 ? {} : { initial_options: initial }),
    },
  };
}

/** A line or several of text. */
export const textSetting = (
  name: 'housePhrases' | 'remedies' | 'escalationContact' | 'legalWords',
  value: string,
  { max, multiline = false }: { readonly max: number; readonly multiline?: boolean },
): InputBlock =>
  textInput({
    blockId: settingsBlocks[name],
    actionId: settingsActions[name],
    label: FIELD_LABELS[name],
    hint: FIELD_HINTS[name],
    optional: true,
    ...{ value, max, multiline },
  });

/** A list, one to a line. */
export const linesInput = (
  name: 'housePhrases' | 'remedies' | 'legalWords',
  lines: readonly string[],
): InputBlock => textSetting(name, lines.join('\n'), { max: LIMITS.modalInput, multiline: true });
