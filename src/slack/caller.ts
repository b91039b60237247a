import type { WebClient } from '@slack/web-api';
import { isZone } from '../reviews/digests/schedule.ts';
import { slackCode } from './cannot-post.ts';

/** Somebody who asks for something, as far as Slack tells. */
export interface Caller {
  /** IANA name; UTC where Slack won't say. */
  readonly zone: string;
  /** As people see it, plain text; unset where Slack won't say. */
  readonly name: string | undefined;
  /** A guest, or somebody of another organisation. */
  readonly isOutsider: boolean;
}

/** What Slack says of people whom it does not show to this workspace: none of them is a member of it. */
const NOT_OURS = ['user_not_found', 'user_not_visible', 'team_access_not_granted'];

/** Asks Slack once. Where Slack gives no answer nobody is turned away. Never throws. */
export async function callerOf(client: WebClient, userId: string): Promise<Caller> {
  try {
    const { user = {} } = await client.users.info({ user: userId });
    const { tz, profile, real_name: realName, name } = user;
    return {
      zone: tz !== undefined && isZone(tz) ? tz : 'UTC',
      name: profile?.display_name || realName || name,
      isOutsider: Boolean(user.is_stranger || user.is_restricted || user.is_ultra_restricted),
    };
  } catch (error) {
    return { zone: 'UTC', name: undefined, isOutsider: NOT_OURS.includes(slackCode(error) ?? '') };
  }
}
