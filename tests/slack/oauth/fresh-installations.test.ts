import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../../src/adapters/open-store.ts';
import { createMemoryInstallations } from '../../../src/adapters/storage/memory-installations.ts';
import type { BotAccess, Installations } from '../../../src/reviews/installations.ts';
import { createFreshInstallations } from '../../../src/slack/oauth/fresh-installations.ts';
import { HASH_KEY, KEYS } from '../../adapters/example-request.ts';
import { EXAMPLE } from '../../adapters/installations-contract.ts';

const EXPIRES = Date.parse(EXAMPLE.bot.rotation?.expiresAt ?? '');
const HOUR = 3_600_000;
const WORKSPACE = { teamId: EXAMPLE.teamId, enterpriseId: undefined };

let now: number;
const clock = { now: () => new Date(now) };
/** What Slack was asked with; each works once. */
let asked: string[];
let errors: unknown[];
let answer: () => Promise<void>;
beforeEach(() => {
  asked = [];
  errors = [];
  answer = async () => undefined;
});

async function exchange(bot: BotAccess): Promise<BotAccess> {
  const used = bot.rotation?.refreshToken ?? '';
  if (asked.includes(used)) throw new Error('invalid_refresh_token');
  asked.push(used);
  await answer();
  const expiresAt = new Date(now + 12 * HOUR).toISOString();
  return { ...bot, token: `after ${used}`, rotation: { refreshToken: `next of ${used}`, expiresAt } };
}

const FIRST = EXAMPLE.bot.rotation?.refreshToken ?? '';
const RENEWED = `after ${FIRST}`;
const processOn = (installations: Installations) =>
  createFreshInstallations({ installations, exchange, clock, onError: (error) => errors.push(error) });
const tokenOf = async (one: ReturnType<typeof processOn>) => (await one.find(WORKSPACE))?.bot.token;

describe('a token that', () => {
  let installations: Installations;
  beforeEach(async () => {
    installations = createMemoryInstallations(clock);
    await installations.save(EXAMPLE);
  });

  test('holds for more than two hours is left alone', async () => {
    now = EXPIRES - 2 * HOUR - 1;
    expect(await tokenOf(processOn(installations))).toBe(EXAMPLE.bot.token);
    expect(asked).toEqual([]);
  });

  test('never expires is left alone', async () => {
    now = EXPIRES + 1000 * HOUR;
    await installations.save({ ...EXAMPLE, bot: { ...EXAMPLE.bot, rotation: undefined } });
    expect(await tokenOf(processOn(installations))).toBe(EXAMPLE.bot.token);
    expect(asked).toEqual([]);
  });

  test('will expire soon is renewed once, by one of all, while nobody waits for it', async () => {
    now = EXPIRES - HOUR;
    const slack = Promise.withResolvers<void>();
    answer = () => slack.promise;
    const [one, two] = [processOn(installations), processOn(installations)];
    const tokens = await Promise.all(
      Array.from({ length: 20 }, (_, index) => tokenOf(index % 2 ? one : two)),
    );
    expect(new Set(tokens)).toEqual(new Set([EXAMPLE.bot.token]));
    expect(asked).toEqual([FIRST]);
    slack.resolve();
    await Promise.all([one.settled(), two.settled()]);
    expect([await tokenOf(one), await tokenOf(two)]).toEqual([RENEWED, RENEWED]);
    expect(asked).toEqual([FIRST]);
    expect(errors).toEqual([]);
  });

  test('cannot be renewed is used as long as it holds, the cause is told, and Slack is not asked all the time', async () => {
    now = EXPIRES - HOUR;
    answer = () => Promise.reject(new Error('Slack is down'));
    const one = processOn(installations);
    for (let count = 0; count < 5; count += 1) {
      expect(await tokenOf(one)).toBe(EXAMPLE.bot.token);
      await one.settled();
    }
    expect(errors).toEqual([new Error('Slack is down')]);
  });

  test('has expired and cannot be renewed is not given out', async () => {
    now = EXPIRES + 1;
    answer = () => Promise.reject(new Error('Slack is down'));
    await expect(processOn(installations).find(WORKSPACE)).rejects.toThrow('Slack is down');
  });

  test('somebody else was renewing when their process died is renewed after all', async () => {
    now = EXPIRES + 1;
    const found = await installations.find(WORKSPACE);
    if (found) await installations.claimRenewal(found, 15_000);
    const token = tokenOf(processOn(installations));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toEqual([]);
    now += 15_000;
    expect(await token).toBe(RENEWED);
  });

  test('belongs to an app that was removed while it was renewed comes back for nobody', async () => {
    now = EXPIRES - HOUR;
    answer = () => installations.remove(WORKSPACE);
    const one = processOn(installations);
    await one.find(WORKSPACE);
    await one.settled();
    expect(await one.find(WORKSPACE)).toBeUndefined();
    expect(await installations.find(WORKSPACE)).toBeUndefined();
  });
});

describe('on one database', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rotation-'));
  const open = () =>
    openStore({
      ...{ databaseUrl: undefined, dataDir, hashKey: HASH_KEY, encryptionKeys: [KEYS[0]], clock },
      onError: (error) => errors.push(error),
    });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  test('of many processes that need a token at once one asks Slack, and all have the next one', async () => {
    now = EXPIRES + 1;
    const stores = [await open(), await open(), await open()];
    await stores[0]?.installations.save(EXAMPLE);
    answer = () => new Promise((resolve) => setTimeout(resolve, 20));
    const lanes = stores.flatMap(({ installations }) => {
      const one = processOn(installations);
      return Array.from({ length: 8 }, () => tokenOf(one));
    });
    expect(new Set(await Promise.all(lanes))).toEqual(new Set([RENEWED]));
    expect(asked).toEqual([FIRST]);
    for (const { close } of stores) await close();
    expect(errors).toEqual([]);
  });
});
