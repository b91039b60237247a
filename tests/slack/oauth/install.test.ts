import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryUsedLinks } from '../../../src/adapters/storage/memory-used-links.ts';
import type { Installations } from '../../../src/reviews/installations.ts';
import { createOAuth } from '../../../src/slack/oauth/create-oauth.ts';
import { BOT_SCOPES } from '../../../src/slack/oauth/scopes.ts';
import { approve, comeBack, openInstallPage } from '../../support/installer.ts';
import { CLIENT_SECRET } from '../../support/local-slack.ts';
import { BAD_DRAFT } from '../../support/sample-review.ts';
import { type Harness, startHarness } from '../../support/slack-harness.ts';

const SECRETS = { clientId: '1.1', clientSecret: CLIENT_SECRET, stateSecret: 'a state secret of this test' };

let harness: Harness;
let installations: Installations;
beforeAll(async () => {
  const usedLinks = createMemoryUsedLinks();
  harness = await startHarness({
    accessWith: (parts) => createOAuth({ ...SECRETS, usedLinks, ...parts }),
  });
  installations = harness.installations;
});
afterAll(() => harness.close());

const begin = () => openInstallPage(harness.botUrl);
/** What a person reads on a page. */
const said = async (response: Response) =>
  (await response.text()).replace(/<style>[^<]*<\/style>|<[^>]+>/g, ' ');

describe('installing', () => {
  test('begins on a page that says what is asked for and why, and leads to Slack', async () => {
    const { response, page, link } = await begin();
    expect(response.status).toBe(200);
    for (const [scope, why] of Object.entries(BOT_SCOPES)) {
      expect(page).toContain(`<code>${scope}</code>: ${why}`);
    }
    expect(link.pathname).toBe('/oauth/v2/authorize');
    expect(link.searchParams.get('client_id')).toBe('1.1');
    expect(link.searchParams.get('scope')?.split(',')).toEqual(Object.keys(BOT_SCOPES));
    expect(link.searchParams.has('user_scope')).toBe(false);
    expect(page).not.toMatch(/<script|unused|secret/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('set-cookie')).toMatch(/Secure; HttpOnly/);
  });

  test("goes through Slack's own pages, and then the workspace is served with its own token", async () => {
    const { slack } = harness;
    const unserved = await harness.act();
    await harness.driver.command(BAD_DRAFT, unserved);
    expect(harness.responseUrls.shown(unserved.responseUrl)[0]?.text).toContain('install me again');

    const page = await begin();
    const response = await comeBack(await approve(slack, page, harness.botUrl), page.cookie);
    expect(response.status).toBe(200);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const text = await said(response);
    expect(text).toContain('Apology review is in your workspace');
    expect(text).toContain('/apology-check help');
    expect(text).not.toContain('xoxb-');

    const kept = await installations.find({ teamId: slack.team.id, enterpriseId: undefined });
    expect(kept).toMatchObject({ appId: slack.appId, bot: { userId: slack.botUserId } });
    const act = await harness.act();
    await harness.driver.command(BAD_DRAFT, act);
    await harness.settled();
    const posted = harness.gate.calls('chat.postMessage');
    expect(posted.map(({ token }) => token)).toEqual([kept?.bot.token, kept?.bot.token]);
    expect((await slack.messages(act.channel.id)).at(-1)?.text).toContain('asked for a look');
    expect(harness.logLines.join()).not.toMatch(/xoxb-|a state secret|"unused"/);
  });

  test('again, while what was kept the last time is still to be deleted, begins with nothing and stays', async () => {
    const { slack, store, erasure } = harness;
    const workspace = { teamId: slack.team.id, enterpriseId: undefined };
    await erasure.depart(workspace, new Date('2030-01-01'));
    const before = harness.gate.calls('chat.postMessage').at(-1)?.params.metadata.event_payload.review_id;
    expect(await store.progress(harness.review(before))).toBeDefined();
    const page = await begin();
    await comeBack(await approve(slack, page, harness.botUrl), page.cookie);
    expect(await store.progress(harness.review(before))).toBeUndefined();
    await harness.driver.command(BAD_DRAFT, await harness.act());
    await harness.settled();
    const after = harness.gate.calls('chat.postMessage').at(-1)?.params.metadata.event_payload.review_id;
    await erasure.sweep();
    expect(await store.progress(harness.review(after))).toBeDefined();
    expect(await installations.find(workspace)).toBeDefined();
  });

  test('again takes the place of what was there', async () => {
    const workspace = { teamId: harness.slack.team.id, enterpriseId: undefined };
    const before = await installations.find(workspace);
    const page = await begin();
    await comeBack(await approve(harness.slack, page, harness.botUrl), page.cookie);
    const after = await installations.find(workspace);
    expect(after?.bot.token).not.toBe(before?.bot.token);
  });
});

describe('installing is refused, with what to do,', () => {
  const refused = async (response: Response, status = 400) => {
    expect(response.status).toBe(status);
    const text = await said(response);
    expect(text).toContain('Start again');
    return text;
  };
  const exchanged = () => harness.gate.calls('oauth.v2.access').length;

  test('a second time with the same link', async () => {
    const page = await begin();
    const address = await approve(harness.slack, page, harness.botUrl);
    await comeBack(address, page.cookie);
    const already = exchanged();
    expect(await refused(await comeBack(address, page.cookie))).toContain('works once');
    expect(exchanged()).toBe(already);
  });

  test.each<[string, (address: URL) => void, ((cookie: string) => string)?]>([
    ['in another browser', () => undefined, () => ''],
    ['with the link of somebody else', () => undefined, () => 'slack-app-oauth-state=theirs'],
    ['without a state', (address) => address.searchParams.delete('state')],
    ['without a code', (address) => address.searchParams.delete('code')],
    [
      'with a state that nobody signed',
      (address) => address.searchParams.set('state', `x.${Date.now() + 60_000}.c2lnbmVk`),
      () => '',
    ],
  ])('%s', async (_, change, cookieOf = (cookie) => cookie) => {
    const page = await begin();
    const address = await approve(harness.slack, page, harness.botUrl);
    change(address);
    const already = exchanged();
    await refused(await comeBack(address, cookieOf(page.cookie)));
    expect(exchanged()).toBe(already);
  });

  test('with a forged state even if the browser has it as a cookie', async () => {
    const state = `AAAA.${Date.now() + 60_000}.${'A'.repeat(43)}`;
    const address = new URL(`${harness.botUrl}/slack/oauth_redirect?code=1&state=${state}`);
    expect(await refused(await comeBack(address, `slack-app-oauth-state=${state}`))).toContain(
      'no longer good',
    );
  });

  test('kindly where the person says no', async () => {
    const { cookie } = await begin();
    const address = new URL(`${harness.botUrl}/slack/oauth_redirect?error=access_denied`);
    expect(await refused(await comeBack(address, cookie), 200)).toContain('Nothing was installed');
  });

  test('where Slack refuses, and nothing of a secret is told or logged', async () => {
    harness.gate.refuse('oauth.v2.access', { error: 'bad_client_secret' });
    const page = await begin();
    const address = await approve(harness.slack, page, harness.botUrl);
    expect(await refused(await comeBack(address, page.cookie), 500)).toContain('try again in a minute');
    const logged = harness.logLines.join();
    expect(logged).toContain('bad_client_secret');
    expect(logged).not.toContain(address.searchParams.get('code'));
  });
});

test('a whole organisation is served with the token of its installation, in all its workspaces', async () => {
  const token = 'xoxb-organisation';
  harness.gate.answer('oauth.v2.access', {
    ...{ ok: true, access_token: token, token_type: 'bot', scope: 'commands', bot_user_id: 'U0ORG' },
    ...{ app_id: 'A1', team: null, enterprise: { id: 'E1', name: 'Group' }, is_enterprise_install: true },
    authed_user: { id: 'U1' },
  });
  harness.gate.answer('auth.test', { ok: true, bot_id: 'B0ORG', url: 'https://group.enterprise.slack.com/' });
  const page = await begin();
  const back = await comeBack(await approve(harness.slack, page, harness.botUrl), page.cookie);
  expect(await said(back)).toContain('is in your organisation');
  harness.gate.answer('oauth.v2.access', undefined);
  harness.gate.answer('auth.test', undefined);
  expect(await installations.find({ teamId: undefined, enterpriseId: 'E1' })).toMatchObject({
    bot: { token, userId: 'U0ORG' },
  });

  harness.gate.answer('chat.postEphemeral', { ok: true });
  for (const team of ['T1', 'T2']) {
    const already = harness.gate.calls('chat.postEphemeral').length;
    await harness
      .driverOf({ id: team, domain: team })
      .event(
        { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1', text: '<@U0ORG> help' },
        { authorizations: [{ team_id: team, enterprise_id: 'E1', is_enterprise_install: true }] },
      );
    expect((await harness.gate.nextCall('chat.postEphemeral', already)).token).toBe(token);
  }
});
