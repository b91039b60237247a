import type { WebClient } from '@slack/web-api';
import { slackCode } from './cannot-post.ts';

/** Slack's refusals to say who somebody is: then they count as nobody in particular. */
const UNKNOWN = ['missing_scope', 'user_not_found', 'user_not_visible', 'users_not_found'];

/** Whether somebody looks after this workspace: its admins and owners. `false` where Slack will not say. */
export async function isWorkspaceAdmin(client: WebClient, userId: string): Promise<boolean> {
  try {
    const { user = {} } = await client.users.info({ user: userId });
    // An admin of another organisation looks after theirs, not this one.
    return !user.is_stranger && Boolean(user.is_admin || user.is_owner || user.is_primary_owner);
  } catch (error) {
    if (UNKNOWN.includes(slackCode(error) ?? '')) return false;
    throw error;
  }
}
