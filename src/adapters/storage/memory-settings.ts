import { DEFAULT_SETTINGS } from '../../reviews/channel-settings.ts';
import type { Clock, SettingsPlace, SettingsStore, SettingsVersion, Workspace } from '../../reviews/ports.ts';
import { workspaceId } from './in-workspace.ts';

export interface MemorySettings extends SettingsStore {
  /** The settings of a workspace are forgotten. */
  erase(workspace: Workspace): void;
  /** The name of a person is taken from them; tells how often it stood there. */
  eraseName(workspace: Workspace, userId: string): number;
}

/** Settings that are forgotten with the process: for tests, and the plainest form of the contract. */
export function createMemorySettings(clock: Clock = { now: () => new Date() }): MemorySettings {
  const places = new Map<string, SettingsVersion[]>();
  const keyOf = (workspace: Workspace, channelId: string): string => `${workspaceId(workspace)} ${channelId}`;
  const versions = (place: SettingsPlace): SettingsVersion[] => {
    const key = keyOf(place, place.channelId);
    const known = places.get(key) ?? [];
    places.set(key, known);
    return known;
  };
  const ofWorkspace = (workspace: Workspace) =>
    [...places].filter(([key]) => key.startsWith(keyOf(workspace, '')));
  const write: SettingsStore['write'] = async (place, settings, by, expected) => {
    const known = versions(place);
    if (known.length !== expected) return 'conflict';
    known.push({ version: expected + 1, settings, changed: { by, at: clock.now().toISOString() } });
    return 'written';
  };
  return {
    read: async (place) =>
      versions(place).at(-1) ?? { version: 0, settings: DEFAULT_SETTINGS, changed: undefined },
    write,
    reset: (place, by, expected) => write(place, DEFAULT_SETTINGS, by, expected),
    erase(workspace) {
      for (const [key] of ofWorkspace(workspace)) places.delete(key);
    },
    eraseName(workspace, userId) {
      let count = 0;
      for (const [, known] of ofWorkspace(workspace)) {
        known.forEach((version, index) => {
          if (version.changed?.by !== userId) return;
          known[index] = { ...version, changed: { ...version.changed, by: undefined } };
          count += 1;
        });
      }
      return count;
    },
    history: async (place, limit) => versions(place).toReversed().slice(0, limit),
  };
}
