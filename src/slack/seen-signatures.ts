/** Requests may claim a time up to five minutes ago or ahead, so one is of use for ten minutes, in ms. */
const OF_USE_MS = 10 * 60 * 1000;

/** About 80 requests a second for ten minutes, and some 8 MB. The oldest go first. */
const MOST = 50_000;

export interface SeenSignatures {
  /** False when it was there already. `now` in ms since 1970. */
  add(signature: string, now?: number): boolean;
  /** It may come again. */
  forget(signature: string): void;
}

/**
 * Remembers which requests this process has taken, so that one that somebody caught on its way is of no use
 * a second time. Only what carries a valid signature may be added, or anybody could fill it.
 */
export function createSeenSignatures(most = MOST): SeenSignatures {
  // In the order of their arrival, which is also the order in which they become useless.
  const seen = new Map<string, number>();

  function dropOld(now: number): void {
    for (const [signature, since] of seen) {
      if (now - since <= OF_USE_MS && seen.size < most) return;
      seen.delete(signature);
    }
  }

  return {
    add(signature, now = Date.now()) {
      if (seen.has(signature)) return false;
      dropOld(now);
      seen.set(signature, now);
      return true;
    },
    forget: (signature) => void seen.delete(signature),
  };
}
