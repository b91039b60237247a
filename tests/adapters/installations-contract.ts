import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Installation, Installations } from '../../src/reviews/installations.ts';
import type { Clock } from '../../src/reviews/ports.ts';

type Open = (options: { readonly clock: Clock }) => Promise<{
  readonly installations: Installations;
  close(): Promise<void>;
}>;

export const EXAMPLE: Installation = {
  teamId: 'T0001',
  enterpriseId: undefined,
  appId: 'A0001',
  bot: {
    token: 'xoxe.xoxb-1-canary',
    botId: 'B0001',
    userId: 'U0BOT',
    scopes: ['commands', 'chat:write'],
    rotation: { refreshToken: 'xoxe-1-canary', expiresAt: '2026-03-02T21:00:00.000Z' },
  },
  installedAt: '2026-03-02T09:00:00.000Z',
};

/** What every store of installations does. */
export function installationsContract(open: Open): void {
  let installations: Installations;
  let close: () => Promise<void>;
  let second = 0;
  const { teamId, enterpriseId, bot } = EXAMPLE;
  const workspace = { teamId, enterpriseId };
  const next = { ...bot, token: 'xoxe.xoxb-2' };

  beforeEach(async () => {
    second = 0;
    const clock = { now: () => new Date(Date.UTC(2026, 2, 2, 9, 0, second)) };
    ({ installations, close } = await open({ clock }));
  });
  afterEach(() => close());

  async function kept() {
    await installations.save(EXAMPLE);
    const found = await installations.find(workspace);
    if (!found) throw new Error('it was just saved');
    return found;
  }

  test('a workspace where the app was never installed has none', async () => {
    expect(await installations.find(workspace)).toBeUndefined();
  });

  test('what was saved is found again, with and without rotation', async () => {
    expect(await kept()).toEqual({ ...EXAMPLE, version: 1 });
    const lasting = { ...EXAMPLE, teamId: 'T0002', bot: { ...bot, rotation: undefined } };
    await installations.save(lasting);
    expect(await installations.find({ ...workspace, teamId: 'T0002' })).toEqual({ ...lasting, version: 1 });
  });

  test('each workspace has its own, and an organisation has one apart from those of its teams', async () => {
    await installations.save(EXAMPLE);
    await installations.save({ ...EXAMPLE, teamId: undefined, enterpriseId: 'E0001', bot: next });
    const tokenOf = async (teamId?: string, enterpriseId?: string) =>
      (await installations.find({ teamId, enterpriseId }))?.bot.token;
    expect(await tokenOf('T0001', 'E0001')).toBe(bot.token);
    expect(await tokenOf(undefined, 'E0001')).toBe(next.token);
    expect(await tokenOf('T0002', 'E0001')).toBeUndefined();
    expect(await tokenOf()).toBeUndefined();
  });

  test('a new installation takes the place of the old one', async () => {
    const before = await kept();
    await installations.save({ ...EXAMPLE, bot: next });
    const after = await installations.find(workspace);
    expect(after?.bot.token).toBe(next.token);
    expect(after?.version).not.toBe(before.version);
    expect(await installations.renew(before, { ...bot, token: 'late' })).toBe('changed');
    expect(await installations.find(workspace)).toEqual(after);
  });

  test('of many who want to renew it at once one may, and the others find what that one kept', async () => {
    const found = await kept();
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => installations.claimRenewal(found, 9_000)),
    );
    expect(claims.filter((mine) => mine)).toHaveLength(1);
    expect(await installations.renew(found, next)).toBe('renewed');
    expect(await installations.find(workspace)).toMatchObject({ bot: next });
    expect(await installations.claimRenewal(found, 9_000)).toBe(false);
    expect(await installations.renew(found, { ...bot, token: 'late' })).toBe('changed');
  });

  test('somebody who died while renewing it, or let go, is followed by the next', async () => {
    const found = await kept();
    expect(await installations.claimRenewal(found, 9_000)).toBe(true);
    second = 8;
    expect(await installations.claimRenewal(found, 9_000)).toBe(false);
    second = 9;
    expect(await installations.claimRenewal(found, 9_000)).toBe(true);
    await installations.releaseRenewal(found);
    expect(await installations.claimRenewal(found, 9_000)).toBe(true);
  });

  test('what was renewed can be renewed again', async () => {
    const found = await kept();
    await installations.claimRenewal(found, 9_000);
    await installations.renew(found, next);
    const again = await installations.find(workspace);
    if (!again) throw new Error('it was just renewed');
    expect(await installations.claimRenewal(again, 9_000)).toBe(true);
    expect(await installations.renew(again, bot)).toBe('renewed');
  });

  test('what was removed is gone, and nobody renews it; installed again it is there', async () => {
    const found = await kept();
    await installations.remove({ ...workspace, teamId: 'T0002' });
    expect(await installations.find(workspace)).toBeDefined();
    await installations.remove(workspace);
    expect(await installations.find(workspace)).toBeUndefined();
    expect(await installations.claimRenewal(found, 9_000)).toBe(false);
    expect(await installations.renew(found, next)).toBe('changed');
    expect((await kept()).bot).toEqual(bot);
  });
}
