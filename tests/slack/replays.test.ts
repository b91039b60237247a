import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Act, SlackDriver } from '../../src/sandbox/slack-driver.ts';
import { callbacks } from '../../src/slack/ids.ts';
import { type Caught, signedAt, startCatching } from '../support/caught-requests.ts';
import { BAD_DRAFT } from '../support/sample-review.ts';
import { settingsForm } from '../support/settings-form.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
let catching: Awaited<ReturnType<typeof startCatching>>;
const admins: string[] = [];
beforeAll(async () => {
  harness = await startHarness({ settingsAdmins: admins });
  const { signingSecret, slack } = harness;
  admins.push(slack.user('kim').id);
  catching = await startCatching({ signingSecret, team: slack.team, appId: slack.appId });
});
afterAll(() => Promise.all([harness.close(), catching.close()]));

const send = ({ headers, body }: Caught) =>
  fetch(`${harness.botUrl}/slack/events`, { method: 'POST', headers, body });

/** Everything that the bot has done so far: calls to Slack, private answers, what is kept. */
const done = () => ({
  calls: harness.gate.calls().length,
  shown: harness.responseUrls.shown().length,
});

let looks = 0;

/** Asks for something else and sees that this alone was done since. */
async function nothingElseWasAsked({ calls, shown }: ReturnType<typeof done>): Promise<void> {
  const published = harness.gate.calls('views.publish').length;
  const user = harness.slack.user('kim').id;
  const event = { type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: `7.${++looks}` };
  await harness.driver.event(event);
  await harness.gate.nextCall('views.publish', published);
  await harness.settled();
  expect(done()).toEqual({ calls: calls + 1, shown });
}

/** Sends a request, waits until it had its effect, and resolves to it as somebody on its way has it. */
async function caughtAndDone(wish: (driver: SlackDriver) => Promise<Response>): Promise<Caught> {
  const caught = await catching.catch(wish);
  const before = done();
  expect((await send(caught)).status).toBe(200);
  await expect.poll(done).not.toEqual(before);
  await harness.settled();
  return caught;
}

const filledIn = (id: string, channelId: string) => ({
  ...{ id, callback_id: callbacks.draftModal, private_metadata: '{}' },
  values: {
    draft: { draft_input: { value: BAD_DRAFT } },
    conversation: { conversation_select: { selected_conversation: channelId } },
  },
});

async function posted() {
  const act = await harness.act();
  await harness.driver.command(BAD_DRAFT, act);
  await harness.settled();
  const parent = (await harness.slack.messages(act.channel.id)).at(-1);
  const reply = (await harness.slack.thread(act.channel.id, parent?.ts ?? ''))[1];
  if (!reply) throw new Error('no reply');
  return reply;
}

const button = (reply: Awaited<ReturnType<typeof posted>>, action: string) =>
  reply.blocks
    ?.flatMap(({ block_id, elements = [] }) => elements.map((element: object) => ({ ...element, block_id })))
    .find(({ action_id }: { action_id?: string }) => action_id?.startsWith(action));

type Kind = (act: Act) => Promise<(driver: SlackDriver) => Promise<Response>>;

const KINDS = {
  'a command with a draft': async (act) => (driver) => driver.command(BAD_DRAFT, act),
  'a command with a private draft': async (act) => (driver) => driver.command(`private ${BAD_DRAFT}`, act),
  'a command that opens the form': async (act) => (driver) => driver.command('', act),
  'a command for the settings': async (act) => (driver) => driver.command('settings', act),
  'a message shortcut': async (act) => {
    const ts = await harness.slack.say(BAD_DRAFT, act.channel.id);
    const message = { ts, text: BAD_DRAFT, user: act.user.id };
    return (driver) => driver.messageShortcut(callbacks.checkApology, message, act);
  },
  'a global shortcut': async (act) => (driver) => driver.globalShortcut(callbacks.checkApologyGlobal, act),
  'a form': async (act) => (driver) => driver.submitView(filledIn('V1', act.channel.id), act),
  'a mark on a finding': async (act) => {
    const reply = await posted();
    return (driver) => driver.pressInMessage(button(reply, 'dismiss_finding'), { ...reply }, act);
  },
  'a deletion': async (act) => {
    const reply = await posted();
    return (driver) => driver.pressInMessage(button(reply, 'delete_review'), { ...reply }, act);
  },
  'a mention with a draft': async (act) => {
    const text = `<@${harness.slack.botUserId}> ${BAD_DRAFT}`;
    const ts = await harness.slack.say(text, act.channel.id);
    const event = { type: 'app_mention', user: act.user.id, text, ts, channel: act.channel.id, event_ts: ts };
    return (driver) => driver.event(event);
  },
  'a mention without one': async (act) => {
    const text = `<@${harness.slack.botUserId}> help`;
    const event = { type: 'app_mention', user: act.user.id, text, ts: '1.5', channel: act.channel.id };
    return (driver) => driver.event(event);
  },
  'a look at the Home tab': async ({ user }) => {
    const event = { type: 'app_home_opened', user: user.id, channel: 'D1', tab: 'home', event_ts: '1.6' };
    return (driver) => driver.event(event);
  },
} as const satisfies Readonly<Record<string, Kind>>;

describe.each(Object.entries(KINDS))('%s', (_, kind) => {
  test('that somebody caught and sends once more does nothing more and tells nothing', async () => {
    const caught = await caughtAndDone(await kind(await harness.act('support', 'dana')));
    const before = done();
    const signature = String(caught.headers['x-slack-signature']);
    for (const again of [signature, `${signature}=`, `${signature}=1`]) {
      const answer = await send({ ...caught, headers: { ...caught.headers, 'x-slack-signature': again } });
      expect(await answer.text()).toBe('');
    }
    await nothingElseWasAsked(before);
  });
});

test('while the first is not answered, the second is turned away, and may come again if the first fails', async () => {
  const place = settingsForm((await harness.act('orders', 'dana')).channel.id, 0, { remedies: 'a new lamp' });
  const act = await harness.act('orders', 'dana');
  const caught = await catching.catch((driver) => driver.submitView(place, act));
  const answerAgain = harness.gate.swallow('users.info');
  const first = send(caught);
  await harness.gate.nextCall('users.info', 0);
  const second = await send(caught);
  expect([second.status, await second.text()]).toEqual([409, '']);
  answerAgain();
  expect((await first).status).toBe(200);
  expect((await send(caught)).status).toBe(200);
});

test('what was answered with a failure may come again', async () => {
  const body = new URLSearchParams({ payload: JSON.stringify({ type: 'nothing_we_know' }) }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const caught = { headers: { ...type, ...signedAt(timestamp, body, harness.signingSecret) }, body };
  // Nobody answers it, so after three seconds Bolt does.
  expect((await send(caught)).status).toBe(404);
  expect((await send(caught)).status).toBe(404);
});

test('settings that are sent once more write nothing and show nobody what is set by now', async () => {
  const act = await harness.act('orders', 'kim');
  const place = { teamId: harness.slack.team.id, enterpriseId: undefined, channelId: act.channel.id };
  const form = settingsForm(act.channel.id, 0, { remedies: 'a new lamp' });
  const caught = await catching.catch((driver) => driver.submitView(form, act));
  expect((await send(caught)).status).toBe(200);
  const { version, settings } = await harness.settings.read(place);
  await harness.settings.write(place, { ...settings, remedies: ['a secret voucher'] }, 'U1', version);
  expect(await (await send(caught)).text()).toBe('');
  expect((await harness.settings.read(place)).version).toBe(version + 1);
});

test('a mark that was taken back stays taken back', async () => {
  const reply = await posted();
  const [act, later] = [await harness.act(), await harness.act()];
  const mark = button(reply, 'dismiss_finding');
  const marked = await caughtAndDone((driver) => driver.pressInMessage(mark, { ...reply }, act));
  const undo = { ...mark, action_id: `undo_dismissal:${mark.value.split(':')[1]}` };
  await caughtAndDone((driver) => driver.pressInMessage(undo, { ...reply }, later));
  const before = done();
  await send(marked);
  await nothingElseWasAsked(before);
  const [, { blocks } = reply] = await harness.slack.thread(act.channel.id, reply.thread_ts ?? '');
  expect(blocks?.some(({ block_id }) => block_id.startsWith('marked'))).toBe(false);
});

describe("another process has not seen the signature; so it is with Slack's own repetitions, signed anew", () => {
  const RESTATED = [
    'a command with a draft',
    'a message shortcut',
    'a form',
    'a mention with a draft',
  ] as const;
  test.each(RESTATED)('%s is still one review', async (name) => {
    const act = await harness.act('orders', 'dana');
    const reviews = () =>
      harness.gate.calls('chat.postMessage').filter(({ params }) => params.text.includes('31 of 100')).length;
    const before = reviews();
    const wish = await KINDS[name](act);
    const { headers, body } = await caughtAndDone(
      name === 'a form' ? (driver) => driver.submitView(filledIn('V2', act.channel.id), act) : wish,
    );
    const timestamp = String(Number(headers['x-slack-request-timestamp']) - 3);
    const resigned = signedAt(timestamp, body, harness.signingSecret);
    const answer = await send({ headers: { ...headers, ...resigned }, body });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    await harness.settled();
    expect(reviews()).toBe(before + 1);
  });
});
