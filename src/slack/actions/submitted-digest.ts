import { z } from 'zod';
import {
  type DigestSchedule,
  digestScheduleSchema,
  FREQUENCIES,
  WEEKDAYS,
} from '../../reviews/digests/schedule.ts';
import { zoneNamed } from '../../reviews/digests/zones.ts';
import { closestZone } from '../commands/closest-zone.ts';
import { digestFormActions as actions, digestFormBlocks as blocks } from '../ids.ts';

const chosen = <Value extends z.ZodType>(value: Value) => z.object({ selected_option: z.object({ value }) });

const valuesSchema = z.object({
  [blocks.state]: z.object({ [actions.state]: chosen(z.enum(['on', 'off'])) }),
  [blocks.frequency]: z.object({ [actions.frequency]: chosen(z.enum(FREQUENCIES)) }),
  [blocks.day]: z.object({
    [actions.day]: chosen(
      z.union([
        z.enum(WEEKDAYS),
        z
          .string()
          .regex(/^\d{1,2}$/)
          .transform(Number)
          .pipe(z.int().min(1).max(31)),
      ]),
    ),
  }),
  [blocks.time]: z.object({ [actions.time]: z.object({ selected_time: z.string().nullish() }) }),
  [blocks.zone]: z.object({ [actions.zone]: z.object({ value: z.string().nullish() }) }),
});

/** Of a conversation; nothing else is ever put there. */
const metadataSchema = z.strictObject({ channel_id: z.string().regex(/^[CDG][A-Z0-9]+$/) });

/** Which channel a form is about. Throws ZodError or SyntaxError for metadata that is not ours. */
export const readDigestMetadata = (privateMetadata: string): { readonly channelId: string } => ({
  channelId: metadataSchema.parse(JSON.parse(privateMetadata)).channel_id,
});

type Submitted =
  | { readonly kind: 'on'; readonly schedule: DigestSchedule }
  | { readonly kind: 'off' }
  /** What is wrong, by block id. */
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

const NO_TIME = 'Please choose a time, such as 09:00.';
const WEEKDAY =
  'A day of the month goes with "Every month" only. Please choose a day of the week, or "Every month" above.';

/** The filled-in form. Whoever wants no digest needs to fill in nothing else. Throws ZodError for any other form. */
export function readSubmittedDigest(state: unknown): Submitted {
  const values = valuesSchema.parse(state);
  if (values.digest_state.digest_state_radio.selected_option.value === 'off') return { kind: 'off' };
  const frequency = values.digest_frequency.digest_frequency_select.selected_option.value;
  const day = values.digest_day.digest_day_select.selected_option.value;
  const time = values.digest_time.digest_time_picker.selected_time ?? '';
  const typed = values.digest_zone.digest_zone_input.value ?? '';
  const zone = zoneNamed(typed);
  const errors = {
    ...(typeof day === 'number' && frequency !== 'monthly' ? { [blocks.day]: WEEKDAY } : {}),
    ...(time === '' ? { [blocks.time]: NO_TIME } : {}),
    ...(zone === undefined ? { [blocks.zone]: unknownZone(typed) } : {}),
  };
  if (zone === undefined || Object.keys(errors).length > 0) return { kind: 'wrong', errors };
  return { kind: 'on', schedule: digestScheduleSchema.parse({ frequency, day, time, zone }) };
}

function unknownZone(typed: string): string {
  const meant = closestZone(typed);
  const ask = meant === undefined ? 'Please write it as Europe/Berlin, say.' : `Did you mean ${meant}?`;
  return typed.trim() === '' ? ask : `I know no time zone "${typed.trim()}". ${ask}`;
}
