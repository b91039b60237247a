import type { Erasure } from '../../reviews/erasure.ts';
import type { Installations } from '../../reviews/installations.ts';
import type { Workspace } from '../../reviews/ports.ts';
import type { MemoryDigests } from './memory-digests.ts';
import type { MemoryModelSwitches } from './memory-model-switches.ts';
import type { MemorySettings } from './memory-settings.ts';
import type { MemoryStore } from './memory-store.ts';

interface Deps {
  readonly store: Pick<MemoryStore, 'erase'>;
  readonly settings: Pick<MemorySettings, 'erase' | 'eraseName'>;
  readonly modelSwitches: Pick<MemoryModelSwitches, 'erase' | 'eraseName'>;
  readonly digests: Pick<MemoryDigests, 'erase' | 'eraseName'>;
  readonly installations: Pick<Installations, 'find' | 'remove'>;
}

/** Deletes from what is kept in memory: for tests, and the plainest form of the contract. */
export function createMemoryErasure({
  store,
  settings,
  modelSwitches,
  digests,
  installations,
}: Deps): Erasure {
  const departed = new Set<Workspace>();
  return {
    async depart(workspace, at) {
      const found = await installations.find(workspace);
      if (found && Date.parse(found.installedAt) > at.getTime()) return 'installed-since';
      await installations.remove(workspace);
      departed.add(workspace);
      return 'departed';
    },
    async sweep() {
      for (const workspace of departed) {
        store.erase(workspace);
        settings.erase(workspace);
        modelSwitches.erase(workspace);
        digests.erase(workspace);
        departed.delete(workspace);
      }
    },
    async forgetPerson(person) {
      const { userId } = person;
      const names = [settings, modelSwitches, digests]
        .map((kept) => kept.eraseName(person, userId))
        .reduce((sum, count) => sum + count, 0);
      return { ...store.erase(person), names };
    },
  };
}
