import { z } from 'zod';
import type { Rule } from '../../evaluator/rule.ts';
import { type ChannelSettings, channelSettingsSchema, RULE_FIELDS } from '../../reviews/channel-settings.ts';
import { soundText } from '../draft-text.ts';
import { settingsActions as actions, settingsBlocks as blocks } from '../ids.ts';

const typed = z.object({ value: z.string().transform(soundText).nullish() });
const option = z.object({ value: z.string() });

const chosen = z.object({ selected_options: z.array(option).nullish() });

const valuesSchema = z.object({
  [blocks.channel]: z.object({ [actions.channel]: z.object({ selected_option: option }) }),
  [blocks.visibility]: z.object({ [actions.visibility]: z.object({ selected_option: option }) }),
  // A form that was opened before these two were there has no such field.
  [blocks.rulesDouble]: z.object({ [actions.rulesDouble]: chosen }).optional(),
  [blocks.rulesHalf]: z.object({ [actions.rulesHalf]: chosen }).optional(),
  [blocks.rulesOff]: z.object({ [actions.rulesOff]: chosen }),
  [blocks.housePhrases]: z.object({ [actions.housePhrases]: typed }),
  [blocks.remedies]: z.object({ [actions.remedies]: typed }),
  [blocks.escalationContact]: z.object({ [actions.escalationContact]: typed }),
  [blocks.legalWords]: z.object({ [actions.legalWords]: typed }),
});

const metadataSchema = z.object({ channel_id: z.string(), version: z.number().int().nonnegative() });

/** Which settings a form is about: `version` is what the person saw when it opened. */
export const readSettingsMetadata = (privateMetadata: string) => {
  const { channel_id: channelId, version } = metadataSchema.parse(JSON.parse(privateMetadata));
  return { channelId, version };
};

/** The filled-in form, or what is wrong with it by block id. Throws ZodError for any other form. */
export function readSubmittedSettings(
  state: unknown,
  rules: readonly Rule[],
):
  | { readonly settings: ChannelSettings; readonly errors?: undefined }
  | { readonly errors: Record<string, string> } {
  const values = valuesSchema.parse(state);
  const text = ({ value }: z.infer<typeof typed>) => value ?? '';
  const ids = (field: z.infer<typeof chosen> | undefined) =>
    (field?.selected_options ?? []).map(({ value }) => value);
  const filledIn = {
    channel: values.settings_channel.settings_channel_select.selected_option.value,
    visibility: values.settings_visibility.settings_visibility_radio.selected_option.value,
    rulesDouble: ids(values.settings_rules_double?.settings_rules_double_select),
    rulesHalf: ids(values.settings_rules_half?.settings_rules_half_select),
    rulesOff: ids(values.settings_rules_off.settings_rules_off_select),
    housePhrases: linesOf(text(values.settings_house_phrases.settings_house_phrases_input)),
    remedies: linesOf(text(values.settings_remedies.settings_remedies_input)),
    escalationContact: text(values.settings_escalation_contact.settings_escalation_contact_input),
    legalWords: linesOf(text(values.settings_legal_words.settings_legal_words_input)),
  };
  const read = channelSettingsSchema.safeParse(filledIn);
  if (read.success) return { settings: read.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of read.error.issues) {
    const field = path[0] as keyof ChannelSettings;
    const [, at] = path;
    errors[blocks[field]] ??= typeof at === 'number' ? `${nameOf(field, at)}: ${message}` : message;
  }
  return { errors };

  /** What a person would call the part of a field that is wrong. */
  function nameOf(field: keyof ChannelSettings, at: number): string {
    const list = RULE_FIELDS.find((name) => name === field);
    if (list === undefined) return `Line ${at + 1}`;
    return rules.find(({ id }) => id === filledIn[list][at])?.title ?? 'One of these';
  }
}

/** The lines that hold something, each once. */
const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
