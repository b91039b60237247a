import type { Clock, ModelSwitch, ModelSwitches, Workspace } from '../../reviews/ports.ts';
import { workspaceId } from './in-workspace.ts';

export interface MemoryModelSwitches extends ModelSwitches {
  /** What a workspace has said is forgotten. */
  erase(workspace: Workspace): void;
  /** The name of a person is taken from it; tells how often it stood there. */
  eraseName(workspace: Workspace, userId: string): number;
}

const OFF: ModelSwitch = { on: false, changed: undefined };

/** Switches that are forgotten with the process: for tests, and the plainest form of the contract. */
export function createMemoryModelSwitches(clock: Clock = { now: () => new Date() }): MemoryModelSwitches {
  const known = new Map<string, ModelSwitch>();
  return {
    read: async (workspace) => known.get(workspaceId(workspace)) ?? OFF,
    async set(workspace, on, by) {
      known.set(workspaceId(workspace), { on, changed: { by, at: clock.now().toISOString() } });
    },
    erase: (workspace) => void known.delete(workspaceId(workspace)),
    eraseName(workspace, userId) {
      const said = known.get(workspaceId(workspace));
      if (said?.changed?.by !== userId) return 0;
      known.set(workspaceId(workspace), { ...said, changed: { ...said.changed, by: undefined } });
      return 1;
    },
  };
}
