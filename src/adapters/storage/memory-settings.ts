import { DEFAULT_SETTINGS } from '../../reviews/channel-settings.ts';
import type { Clock, SettingsPlace, SettingsStore, SettingsVersion } from '../../reviews/ports.ts';

/** Settings that are forgotten with the process: for tests, and the plainest form of the contract. */
export function createMemorySettings(clock: Clock = { now: () => new Date() }): SettingsStore {
  const places = new Map<string, SettingsVersion[]>();
  const versions = ({ teamId, enterpriseId, channelId }: SettingsPlace): SettingsVersion[] => {
    const key = JSON.stringify([teamId ?? enterpriseId, channelId]);
    const known = places.get(key) ?? [];
    places.set(key, known);
    return known;
  };
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
    history: async (place, limit) => versions(place).toReversed().slice(0, limit),
  };
}
