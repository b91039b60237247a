import type { SubmittedView } from '../../src/sandbox/slack-driver.ts';

export interface SettingsFields {
  readonly channel?: string;
  readonly visibility?: string;
  readonly rulesDouble?: readonly string[];
  readonly rulesHalf?: readonly string[];
  readonly rulesOff?: readonly string[];
  readonly housePhrases?: string;
  readonly remedies?: string;
  readonly escalationContact?: string;
  readonly legalWords?: string;
}

/** The settings form as Slack sends it back; what is not named is as it comes. */
export function settingsForm(channelId: string, version: number, fields: SettingsFields = {}): SubmittedView {
  const typed = (text: string | undefined) => ({ type: 'plain_text_input', value: text ?? null });
  const several = (ids: readonly string[] = []) => ({ selected_options: ids.map((value) => ({ value })) });
  const chosen = (value: string) => ({ selected_option: { value } });
  return {
    id: 'VSETTINGS',
    callback_id: 'channel_settings',
    private_metadata: JSON.stringify({ channel_id: channelId, version }),
    values: {
      settings_channel: { settings_channel_select: chosen(fields.channel ?? 'email') },
      settings_visibility: { settings_visibility_radio: chosen(fields.visibility ?? 'thread') },
      settings_rules_double: { settings_rules_double_select: several(fields.rulesDouble) },
      settings_rules_half: { settings_rules_half_select: several(fields.rulesHalf) },
      settings_rules_off: { settings_rules_off_select: several(fields.rulesOff) },
      settings_house_phrases: { settings_house_phrases_input: typed(fields.housePhrases) },
      settings_remedies: { settings_remedies_input: typed(fields.remedies) },
      settings_escalation_contact: { settings_escalation_contact_input: typed(fields.escalationContact) },
      settings_legal_words: { settings_legal_words_input: typed(fields.legalWords) },
    },
  };
}
