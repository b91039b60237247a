import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/reviews/channel-settings.ts';
import type { Clock, SettingsStore } from '../../src/reviews/ports.ts';

type Open = (options: { readonly clock: Clock }) => Promise<{
  readonly settings: SettingsStore;
  close(): Promise<void>;
}>;

/** What every SettingsStore does. */
export function settingsContract(open: Open): void {
  let settings: SettingsStore;
  let close: () => Promise<void>;
  let minute = 0;
  const now = (): string => `2026-03-02T09:0${minute}:00.000Z`;
  const place = { teamId: 'T0001', enterpriseId: undefined, channelId: 'C0001' };
  const quiet = { ...DEFAULT_SETTINGS, visibility: 'private' as const, housePhrases: ['Mind the gap'] };
  const inChat = { ...DEFAULT_SETTINGS, channel: 'chat' as const };

  beforeEach(async () => {
    minute = 0;
    ({ settings, close } = await open({ clock: { now: () => new Date(now()) } }));
  });
  afterEach(() => close());

  test('a channel that nobody has changed has the defaults', async () => {
    expect(await settings.read(place)).toEqual({
      version: 0,
      settings: DEFAULT_SETTINGS,
      changed: undefined,
    });
    expect(await settings.history(place, 10)).toEqual([]);
  });

  test('what was written is read again, with who and when', async () => {
    expect(await settings.write(place, quiet, 'U1', 0)).toBe('written');
    expect(await settings.read(place)).toEqual({
      version: 1,
      settings: quiet,
      changed: { by: 'U1', at: '2026-03-02T09:00:00.000Z' },
    });
  });

  test('of two who save at once one is told, and nothing of the other is lost', async () => {
    const outcomes = await Promise.all([
      settings.write(place, quiet, 'U1', 0),
      settings.write(place, inChat, 'U2', 0),
    ]);
    expect(outcomes.toSorted()).toEqual(['conflict', 'written']);
    const { version, settings: kept } = await settings.read(place);
    expect([version, kept]).toEqual([1, outcomes[0] === 'written' ? quiet : inChat]);
    expect(await settings.reset(place, 'U2', 0)).toBe('conflict');
    expect(await settings.write(place, inChat, 'U2', 1)).toBe('written');
  });

  test('every change stays known, the newest first, a reset too', async () => {
    await settings.write(place, quiet, 'U1', 0);
    minute = 1;
    await settings.write(place, inChat, 'U2', 1);
    minute = 2;
    expect(await settings.reset(place, 'U1', 2)).toBe('written');
    expect(await settings.read(place)).toMatchObject({ version: 3, settings: DEFAULT_SETTINGS });
    const versions = await settings.history(place, 2);
    expect(versions.map(({ version, changed }) => [version, changed?.by, changed?.at])).toEqual([
      [3, 'U1', '2026-03-02T09:02:00.000Z'],
      [2, 'U2', '2026-03-02T09:01:00.000Z'],
    ]);
  });

  test('a channel has its own, and so has the same channel in another workspace', async () => {
    await settings.write(place, quiet, 'U1', 0);
    for (const other of [
      { ...place, channelId: 'C0002' },
      { ...place, teamId: 'T0002' },
    ]) {
      expect((await settings.read(other)).version).toBe(0);
    }
  });
}
