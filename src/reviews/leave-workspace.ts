import type { Erasure } from './erasure.ts';
import type { Workspace } from './ports.ts';

export interface Leaving {
  readonly workspace: Workspace;
  /** When it was said; an installation that came after it stays. */
  readonly at: Date;
  /** The app was removed. Otherwise a token of it was revoked, which may have been another one. */
  readonly removed: boolean;
}

/**
 * The app is no longer in a workspace: its access goes at once, then everything that is kept of it. Cut off
 * after the first, `sweep` of the erasure does the rest. Throws StoreUnavailableError.
 */
export type LeaveWorkspace = (leaving: Leaving) => Promise<'left' | 'still-there'>;

interface Deps {
  readonly erasure: Pick<Erasure, 'depart' | 'sweep'>;
  /** Whether Slack still takes the token that we have. */
  readonly hasAccess: (workspace: Workspace) => Promise<boolean>;
}

export function createLeaveWorkspace({ erasure, hasAccess }: Deps): LeaveWorkspace {
  return async ({ workspace, at, removed }) => {
    if (!removed && (await hasAccess(workspace))) return 'still-there';
    if ((await erasure.depart(workspace, at)) === 'installed-since') return 'still-there';
    await erasure.sweep();
    return 'left';
  };
}
