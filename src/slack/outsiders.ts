import { z } from 'zod';

const team = z.looseObject({ id: z.string().optional() }).nullish();

/** Where Slack says, without any further scope, that a channel is shared with other organisations. */
const payload = z.looseObject({
  /** On the envelope of an event. */
  is_ext_shared_channel: z.boolean().optional(),
  channel: z.looseObject({ is_ext_shared: z.boolean().optional() }).optional().catch(undefined),
  team,
  enterprise: z.unknown().optional(),
  user: z.looseObject({ team_id: z.string().optional() }).optional().catch(undefined),
  message: z
    .looseObject({ team: z.string().optional(), user_team: z.string().optional() })
    .optional()
    .catch(undefined),
});

/**
 * Whether people of other organisations are in the channel that a payload comes from, as far as it tells:
 * `false` also where it says nothing.
 */
export function isWithOutsiders(body: unknown): boolean {
  const read = payload.safeParse(body);
  if (!read.success) return false;
  const { is_ext_shared_channel: event, channel, team: own, enterprise, user, message } = read.data;
  if (event || channel?.is_ext_shared) return true;
  // Within an organisation people of several teams share channels; then a foreign team says nothing.
  if (own?.id === undefined || (enterprise !== null && enterprise !== undefined)) return false;
  return [user?.team_id, message?.user_team ?? message?.team].some((id) => id !== undefined && id !== own.id);
}
