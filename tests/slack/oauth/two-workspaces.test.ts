import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMemoryUsedLinks } from '../../../src/adapters/storage/memory-used-links.ts';
import type { Installations } from '../../../src/reviews/installations.ts';
import type { SlackDriver } from '../../../src/sandbox/slack-driver.ts';
import { createOAuth } from '../../../src/slack/oauth/create-oauth.ts';
import { EXAMPLE } from '../../adapters/installations-contract.ts';
import { CLIENT_SECRET } from '../../support/local-slack.ts';
import { BAD_DRAFT } from '../../support/sample-review.ts';
import { type Harness, startHarness } from '../../support/slack-harness.ts';

const TEAMS = ['T1', 'T2', 'T3'] as const;
const tokenOf = (team: string) => `xoxb-of-${team}`;
/** Channels and people have their workspace in their ids here, so that a call tells whose it is. */
const channelOf = (team: string) => `C-${team}`;
const userOf = (team: string) => `U-${team}`;

let harness: Harness;
let installations: Installations;
beforeAll(async () => {
  harness = await startHarness({
    accessWith: (parts) =>
      createOAuth({
        ...{ clientId: '1.1', clientSecret: CLIENT_SECRET, stateSecret: 'a state secret of this test' },
        ...{ usedLinks: createMemoryUsedLinks(), ...parts },
      }),
  });
  installations = harness.installations;
  for (const team of TEAMS) {
    const bot = { ...EXAMPLE.bot, token: tokenOf(team), userId: 'U0BOT', rotation: undefined };
    await installations.save({ ...EXAMPLE, teamId: team, bot });
  }
  for (const method of ['chat.postEphemeral', 'chat.update', 'views.open', 'views.publish'])
    harness.gate.answer(method, { ok: true });
  harness.gate.answer('chat.postMessage', { ok: true, ts: '1.1' });
  harness.gate.answer('users.info', { ok: true, user: { is_admin: true } });
});
afterAll(() => harness.close());

test('calls of several workspaces that cross each other go out each with its own token', async () => {
  const drivers = new Map<string, SlackDriver>(
    TEAMS.map((team) => [team, harness.driverOf({ id: team, domain: team })]),
  );
  const rounds = Array.from({ length: 8 }, (_, round) => round);
  await Promise.all(
    rounds.flatMap((round) =>
      TEAMS.flatMap((team) => {
        const driver = drivers.get(team);
        const act = {
          user: { id: userOf(team), name: team },
          channel: { id: channelOf(team), name: team },
          triggerId: `${team} ${round}`,
          responseUrl: harness.responseUrls.create(),
        };
        const where = { user: act.user.id, channel: act.channel.id, ts: `${round}.1` };
        return [
          // By the job, with a client of our own.
          driver?.command(`${BAD_DRAFT} ${round}`, { ...act, triggerId: `draft ${act.triggerId}` }),
          // By listeners, with clients of Bolt's.
          driver?.command('settings', act),
          driver?.event(
            { type: 'app_mention', text: '<@U0BOT> help', ...where },
            { authorizations: [{ team_id: team, is_enterprise_install: false }] },
          ),
          driver?.event(
            { type: 'app_home_opened', tab: 'home', ...where },
            { authorizations: [{ team_id: team, is_enterprise_install: false }] },
          ),
        ];
      }),
    ),
  );
  await harness.settled();
  const calls = () =>
    ['chat.postMessage', 'users.info', 'chat.postEphemeral', 'views.publish'].map((method) =>
      harness.gate.calls(method),
    );
  await expect
    .poll(() => calls().map((made) => made.length))
    .toEqual([2, 1, 1, 1].map((each) => each * TEAMS.length * rounds.length));
  const strangers = calls()
    .flat()
    .filter(
      ({ params, token }) => token !== tokenOf((params.channel ?? params.user ?? params.user_id).slice(2)),
    );
  expect(strangers).toEqual([]);
});

test("a job of a workspace that has lost the app is answered in private, and with nobody else's token", async () => {
  const act = {
    user: { id: userOf('T3'), name: 'x' },
    channel: { id: channelOf('T3'), name: 'x' },
    triggerId: 'last',
    responseUrl: harness.responseUrls.create(),
  };
  const posted = harness.gate.calls('chat.postMessage').length;
  await harness.store.stop(1000);
  await harness.driverOf({ id: 'T3', domain: 'T3' }).command(BAD_DRAFT, act);
  await installations.remove({ teamId: 'T3', enterpriseId: undefined });
  await harness.work();
  await harness.settled();
  expect(harness.responseUrls.shown(act.responseUrl)[0]?.text).toContain('no longer have access');
  expect(harness.responseUrls.shown(act.responseUrl)[0]?.text).toContain('of 100');
  expect(harness.gate.calls('chat.postMessage')).toHaveLength(posted);
});
