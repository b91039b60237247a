import type { SubmittedView } from '../../src/sandbox/slack-driver.ts';

export interface DigestFields {
  readonly state?: 'on' | 'off';
  readonly frequency?: string;
  readonly day?: string;
  readonly time?: string | null;
  readonly zone?: string | null;
}

/** The form of a digest as Slack sends it back; what is not named is as it comes to somebody in Berlin. */
export function digestForm(channelId: string, fields: DigestFields): SubmittedView {
  const {
    state = 'on',
    frequency = 'weekly',
    day = 'monday',
    time = '09:00',
    zone = 'Europe/Berlin',
  } = fields;
  const chosen = (value: string) => ({ selected_option: { value } });
  return {
    id: 'VDIGEST',
    callback_id: 'channel_digest',
    private_metadata: JSON.stringify({ channel_id: channelId }),
    values: {
      digest_state: { digest_state_radio: chosen(state) },
      digest_frequency: { digest_frequency_select: chosen(frequency) },
      digest_day: { digest_day_select: chosen(day) },
      digest_time: { digest_time_picker: { type: 'timepicker', selected_time: time } },
      digest_zone: { digest_zone_input: { type: 'plain_text_input', value: zone } },
    },
  };
}
