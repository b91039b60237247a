import type { Installations, KeptInstallation } from '../../reviews/installations.ts';
import type { Clock } from '../../reviews/ports.ts';
import { workspaceId } from './in-workspace.ts';

interface Entry {
  readonly kept: KeptInstallation;
  /** ms since 1970. */
  renewingUntil: number;
}

/** Installations that are forgotten with the process: for tests, and the plainest form of the contract. */
export function createMemoryInstallations(clock: Clock = { now: () => new Date() }): Installations {
  const entries = new Map<string, Entry>();
  const found = ({ version, ...workspace }: KeptInstallation): Entry | undefined => {
    const entry = entries.get(workspaceId(workspace));
    return entry?.kept.version === version ? entry : undefined;
  };
  return {
    find: async (workspace) => entries.get(workspaceId(workspace))?.kept,
    async save(installation) {
      const id = workspaceId(installation);
      const version = (entries.get(id)?.kept.version ?? 0) + 1;
      entries.set(id, { kept: { ...installation, version }, renewingUntil: 0 });
    },
    async claimRenewal(installation, forMs) {
      const now = clock.now().getTime();
      const entry = found(installation);
      if (entry === undefined || entry.renewingUntil > now) return false;
      entry.renewingUntil = now + forMs;
      return true;
    },
    async releaseRenewal(installation) {
      const entry = found(installation);
      if (entry) entry.renewingUntil = 0;
    },
    async renew(installation, bot) {
      if (!found(installation)) return 'changed';
      const kept = { ...installation, bot, version: installation.version + 1 };
      entries.set(workspaceId(installation), { kept, renewingUntil: 0 });
      return 'renewed';
    },
    async remove(workspace) {
      entries.delete(workspaceId(workspace));
    },
  };
}
