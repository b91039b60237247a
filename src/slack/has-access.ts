import type { Workspace } from '../reviews/ports.ts';
import type { ClientFor } from './team-clients.ts';

/** Asks Slack whether it still takes our token for a workspace; no answer counts as no. */
export const createHasAccess =
  (clientFor: ClientFor) =>
  async (workspace: Workspace): Promise<boolean> => {
    try {
      const client = await clientFor(workspace);
      await client.auth.test();
      return true;
    } catch {
      return false;
    }
  };
