import { CannotDeleteError } from '../reviews/errors.ts';
import type { Moderation } from '../reviews/ports.ts';
import { slackCode } from './cannot-post.ts';
import type { ClientFor } from './team-clients.ts';
import { isWorkspaceAdmin } from './workspace-admins.ts';

/** The moderation port over Slack's Web API. */
export const createModeration = (clientFor: ClientFor): Moderation => ({
  isAdmin: async (person) => isWorkspaceAdmin(await clientFor(person), person.userId),

  async remove({ channelId, ts }, by) {
    const client = await clientFor(by);
    try {
      await client.chat.delete({ channel: channelId, ts });
    } catch (error) {
      const code = slackCode(error);
      if (code === 'message_not_found') return;
      throw code === undefined
        ? error
        : new CannotDeleteError(`Slack refused to delete: ${code}`, { cause: error });
    }
  },
});
