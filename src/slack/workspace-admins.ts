import type { WebClient } from '@slack/web-api';
import { mayPass } from './cannot-post.ts';

/**
 * Whether somebody looks after this workspace: its admins and owners. `false` for its guests, for people of
 * another organisation, and wherever Slack will not say who it is.
 */
export async function isWorkspaceAdmin(client: WebClient, userId: string): Promise<boolean> {
  try {
    const { user = {} } = await client.users.info({ user: userId });
    // An admin of another organisation looks after theirs, not this one.
    if (user.is_stranger || user.is_restricted || user.is_ultra_restricted) return false;
    return Boolean(user.is_admin || user.is_owner || user.is_primary_owner);
  } catch (error) {
    if (mayPass(error)) throw error;
    return false;
  }
}
