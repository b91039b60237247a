import type { UsedLinks } from '../../reviews/installations.ts';
import type { Clock } from '../../reviews/ports.ts';

/** Used links that are forgotten with the process: for tests, and the plainest form of the contract. */
export function createMemoryUsedLinks(clock: Clock = { now: () => new Date() }): UsedLinks {
  const used = new Map<string, Date>();
  return {
    async use(link, expires) {
      for (const [other, until] of used) if (until < clock.now()) used.delete(other);
      if (used.has(link)) return false;
      used.set(link, expires);
      return true;
    },
  };
}
