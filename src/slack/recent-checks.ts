const WINDOW_MS = 10 * 60 * 1000;

/** Every five seconds for ten minutes: nobody reads that fast, and each check costs some milliseconds. */
const MOST_CHECKS = 120;

/** People that are counted at once; with more, those whose time began first are counted anew. */
const MOST_PEOPLE = 10_000;

export interface RecentChecks {
  /** Counts a check of somebody; false when it is one too many. `now` in ms since 1970. */
  count(person: string, now?: number): boolean;
}

/**
 * Counts the checks in forms, of which nothing is stored. In this process alone, as all that they cost is this
 * process's time.
 */
export function createRecentChecks({ checks = MOST_CHECKS, people = MOST_PEOPLE } = {}): RecentChecks {
  const counted = new Map<string, { readonly since: number; checks: number }>();
  return {
    count(person, now = Date.now()) {
      const before = counted.get(person);
      if (before && now - before.since < WINDOW_MS) {
        before.checks += 1;
        return before.checks <= checks;
      }
      counted.delete(person);
      const [oldest] = counted.keys();
      if (counted.size >= people && oldest !== undefined) counted.delete(oldest);
      counted.set(person, { since: now, checks: 1 });
      return true;
    },
  };
}
