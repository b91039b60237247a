import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { LeaveWorkspace } from '../../reviews/leave-workspace.ts';
import { lastMomentOf } from './app-uninstalled.ts';

type Args = SlackEventMiddlewareArgs<'tokens_revoked'> & AllMiddlewareArgs;

/**
 * Tokens were revoked. Slack names their users and not the tokens: of people, whose tokens we never have,
 * and of the bot.
 */
export const onTokensRevoked =
  (leaveWorkspace: LeaveWorkspace) =>
  async ({ event, body, context }: Args): Promise<void> => {
    if ((event.tokens.bot ?? []).length === 0) return;
    const { teamId, enterpriseId } = context;
    const workspace = { teamId, enterpriseId };
    await leaveWorkspace({ workspace, at: lastMomentOf(body.event_time), removed: false });
  };
