import { z } from 'zod';
import { type ChannelSettings, channelSettingsSchema } from '../../reviews/channel-settings.ts';
import { settingsActions as actions, settingsBlocks as blocks } from '../ids.ts';

const typed = z.object({ value: z.string().nullish() });
const option = z.object({ value: z.string() });

const valuesSchema = z.object({
  [blocks.channel]: z.object({ [actions.channel]: z.object({ selected_option: option }) }),
  [blocks.visibility]: z.object({ [actions.visibility]: z.object({ selected_option: option }) }),
  [blocks.rulesOff]: z.object({
    [actions.rulesOff]: z.object({ selected_options: z.array(option).nullish() }),
  }),
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
):
  | { readonly settings: ChannelSettings; readonly errors?: undefined }
  | { readonly errors: Record<string, string> } {
  const values = valuesSchema.parse(state);
  const text = ({ value }: z.infer<typeof typed>) => value ?? '';
  const read = channelSettingsSchema.safeParse({
    channel: values.settings_channel.settings_channel_select.selected_option.value,
    visibility: values.settings_visibility.settings_visibility_radio.selected_option.value,
    rulesOff: (values.settings_rules_off.settings_rules_off_select.selected_options ?? []).map(
      ({ value }) => value,
    ),
    housePhrases: linesOf(text(values.settings_house_phrases.settings_house_phrases_input)),
    remedies: linesOf(text(values.settings_remedies.settings_remedies_input)),
    escalationContact: text(values.settings_escalation_contact.settings_escalation_contact_input),
    legalWords: linesOf(text(values.settings_legal_words.settings_legal_words_input)),
  });
  if (read.success) return { settings: read.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of read.error.issues) {
    const block = blocks[path[0] as keyof ChannelSettings];
    errors[block] ??= typeof path[1] === 'number' ? `Line ${path[1] + 1}: ${message}` : message;
  }
  return { errors };
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
