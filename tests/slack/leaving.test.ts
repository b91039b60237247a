import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryUsedLinks } from '../../src/adapters/storage/memory-used-links.ts';
import { DEFAULT_SETTINGS } from '../../src/reviews/channel-settings.ts';
import type { SlackDriver } from '../../src/sandbox/slack-driver.ts';
import { createOAuth } from '../../src/slack/oauth/create-oauth.ts';
import { EXAMPLE } from '../adapters/installations-contract.ts';
import { CLIENT_SECRET } from '../support/local-slack.ts';
import { BAD_DRAFT } from '../support/sample-review.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({
    accessWith: (parts) =>
      createOAuth({
        ...{ clientId: '1.1', clientSecret: CLIENT_SECRET, stateSecret: 'a state secret of this test' },
        ...{ usedLinks: createMemoryUsedLinks(), ...parts },
      }),
  });
  harness.gate.answer('chat.postMessage', { ok: true, ts: '1.1' });
});
afterAll(() => harness.close());

const INSTALLED = Date.parse(EXAMPLE.installedAt) / 1000;
let count = 0;
let teamId: string;
let id: string;
let driver: SlackDriver;
const workspace = () => ({ teamId, enterpriseId: undefined });

/** A workspace of its own for each test, with an installation, a review and settings. */
beforeEach(async () => {
  count += 1;
  teamId = `T000000${count}`;
  driver = harness.driverOf({ id: teamId, domain: 'x' });
  await harness.installations.save({
    ...EXAMPLE,
    ...workspace(),
    bot: { ...EXAMPLE.bot, rotation: undefined },
  });
  await harness.settings.write({ ...workspace(), channelId: 'C1' }, DEFAULT_SETTINGS, 'U1', 0);
  await driver.command(BAD_DRAFT, { ...(await harness.act()), triggerId: `asked in ${teamId}` });
  await harness.settled();
  id = harness.gate.calls('chat.postMessage').at(-1)?.params.metadata.event_payload.review_id;
  harness.gate.answer('auth.test', { ok: false, error: 'account_inactive' });
});

const kept = async () => ({
  token: (await harness.installations.find(workspace()))?.bot.token,
  review: (await harness.store.progress({ id, ...workspace() }))?.done,
  settings: (await harness.settings.read({ ...workspace(), channelId: 'C1' })).version,
});
const ALL = { token: EXAMPLE.bot.token, review: true, settings: 1 };
const NOTHING = { token: undefined, review: undefined, settings: 0 };

/** As Slack sends it when there is no installation left that it could name. */
const happens = (event: { type: string; [field: string]: unknown }, seconds: number, envelope = {}) =>
  driver.event(event, { authorizations: undefined, event_time: INSTALLED + seconds, ...envelope });
/** Another workspace removes the app, and nothing is left of it: by then what came before has been worked off too. */
async function another(): Promise<void> {
  const other = { teamId: 'T0ANOTHER', enterpriseId: undefined };
  await harness.installations.save({ ...EXAMPLE, ...other });
  const envelope = { team_id: other.teamId, authorizations: undefined, event_time: INSTALLED + 60 };
  await driver.event(uninstalled, envelope);
  await expect.poll(() => harness.installations.find(other)).toBeUndefined();
}

const uninstalled = { type: 'app_uninstalled' };
const revoked = (tokens: object) => ({ type: 'tokens_revoked', tokens });

test('nothing is kept of a workspace that removed the app, and of others everything', async () => {
  const [before, gone] = [await kept(), teamId];
  expect(before).toEqual(ALL);
  expect((await happens(uninstalled, 60)).status).toBe(200);
  await expect.poll(kept).toEqual(NOTHING);
  teamId = 'T0000001';
  if (gone !== teamId) expect((await kept()).token).toBe(EXAMPLE.bot.token);
  // Told twice, and again by the other event.
  expect((await happens(uninstalled, 60)).status).toBe(200);
});

test('a workspace that removed the app is told so when somebody asks all the same', async () => {
  await happens(uninstalled, 60);
  await expect.poll(kept).toEqual(NOTHING);
  const act = { ...(await harness.act()), triggerId: 'too late' };
  await driver.command(BAD_DRAFT, act);
  await expect.poll(() => harness.responseUrls.shown(act.responseUrl)[0]?.text).toContain('install me again');
  expect(await kept()).toEqual(NOTHING);
});

test('news of a removal that come after the app was installed again change nothing', async () => {
  await happens(uninstalled, -60);
  await happens(revoked({ bot: ['U0BOT'] }), -60);
  await another();
  expect(await kept()).toEqual(ALL);
});

describe('when tokens are revoked', () => {
  test("and the bot's is among them, the installation goes and all with it", async () => {
    await happens(revoked({ oauth: ['U1'], bot: ['U0BOT'] }), 60);
    await expect.poll(kept).toEqual(NOTHING);
  });

  test.each([
    ['only of people', revoked({ oauth: ['U1', 'U2'] })],
    ['of nobody', revoked({ oauth: [], bot: [] })],
  ])('%s, everything stays: the bot has its own', async (_, event) => {
    const asked = harness.gate.calls('auth.test').length;
    await happens(event, 60);
    await another();
    expect(await kept()).toEqual(ALL);
    expect(harness.gate.calls('auth.test')).toHaveLength(asked);
  });

  test('and it was an older one of the bot, which Slack still serves, everything stays', async () => {
    harness.gate.answer('auth.test', { ok: true });
    const asked = harness.gate.calls('auth.test').length;
    await happens(revoked({ bot: ['U0BOT'] }), 60);
    expect((await harness.gate.nextCall('auth.test', asked)).token).toBe(EXAMPLE.bot.token);
    await another();
    expect(await kept()).toEqual(ALL);
  });
});

test('of an organisation that removed the app nothing is kept, and of the installations of its teams everything', async () => {
  const organisation = { teamId: undefined, enterpriseId: 'E1' };
  await harness.installations.save({ ...EXAMPLE, ...organisation });
  await harness.settings.write({ ...organisation, channelId: 'C1' }, DEFAULT_SETTINGS, 'U1', 0);
  await happens(uninstalled, 60, { team_id: teamId, enterprise_id: 'E1', is_enterprise_install: true });
  await expect.poll(() => harness.installations.find(organisation)).toBeUndefined();
  await expect
    .poll(async () => (await harness.settings.read({ ...organisation, channelId: 'C1' })).version)
    .toBe(0);
  expect(await kept()).toEqual(ALL);
});
