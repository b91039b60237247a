import { setTimeout as sleep } from 'node:timers/promises';
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

/** Slack tells it once: a store that does not answer is tried again, so often and after so many ms. */
const TRIES = 20;
const RETRY_MS = 15_000;

interface Deps {
  readonly erasure: Pick<Erasure, 'depart' | 'sweep'>;
  /** Whether Slack still takes the token that we have. */
  readonly hasAccess: (workspace: Workspace) => Promise<boolean>;
  readonly wait?: (ms: number) => Promise<void>;
}

export function createLeaveWorkspace({ erasure, hasAccess, wait = delay }: Deps): LeaveWorkspace {
  async function depart({ workspace, at }: Leaving): ReturnType<Erasure['depart']> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await erasure.depart(workspace, at);
      } catch (error) {
        if (tries === TRIES) throw error;
        await wait(RETRY_MS);
      }
    }
  }

  return async (leaving) => {
    if (!leaving.removed && (await hasAccess(leaving.workspace))) return 'still-there';
    if ((await depart(leaving)) === 'installed-since') return 'still-there';
    await erasure.sweep();
    return 'left';
  };
}

/** Keeps no process from ending. */
const delay = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false });
