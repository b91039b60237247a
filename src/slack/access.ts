import type { Authorize } from '@slack/bolt';
import type { Workspace } from '../reviews/ports.ts';
import type { InstallOptions } from './receivers.ts';

/** How the bot gets at its workspaces. */
export interface Access {
  /** One workspace by its bot token, or many by a look-up of theirs. Unset: Bolt asks what installs the app. */
  readonly authorization?: { readonly token: string } | { readonly authorize: Authorize<boolean> };
  /** Set where people install the app into workspaces of theirs. */
  readonly install?: InstallOptions;
  /** The bot's token for a workspace. Throws CannotPostError where the app is not installed (any more). */
  tokenFor(workspace: Workspace): Promise<string>;
  /** Resolves when nothing is under way that must not be cut off. */
  settled(): Promise<void>;
}

/** A bot in one workspace, whose token never changes. */
export const oneWorkspace = (token: string): Access => ({
  authorization: { token },
  tokenFor: async () => token,
  settled: async () => undefined,
});
