import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { LeaveWorkspace } from '../../reviews/leave-workspace.ts';

type Args = SlackEventMiddlewareArgs<'app_uninstalled'> & AllMiddlewareArgs;

/** The app was removed from a workspace, or from an organisation. */
export const onAppUninstalled =
  (leaveWorkspace: LeaveWorkspace) =>
  async ({ body, context }: Args): Promise<void> => {
    const { teamId, enterpriseId } = context;
    const workspace = { teamId, enterpriseId };
    await leaveWorkspace({ workspace, at: lastMomentOf(body.event_time), removed: true });
  };

/** Slack tells whole seconds. */
export const lastMomentOf = (second: number): Date => new Date(second * 1000 + 999);
