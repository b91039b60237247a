import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callbacks } from '../../src/slack/ids.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const DRAFT = 'We are sorry if anyone was affected.';

describe('"Check this apology" on a message', () => {
  test.each(['dana', 'kim'] as const)(
    'written by %s is answered in the thread of that message',
    async (author) => {
      const { slack, driver } = harness;
      const act = await harness.act('support', 'dana');
      const ts = await slack.say(DRAFT, act.channel.id);
      const answer = await driver.messageShortcut(
        callbacks.checkApology,
        { ts, text: DRAFT, user: slack.user(author).id },
        act,
      );
      await harness.settled();

      expect([answer.status, await answer.text()]).toEqual([200, '']);
      const [original, reply, ...more] = await slack.thread(act.channel.id, ts);
      expect(more).toEqual([]);
      expect(original?.text).toBe(DRAFT);
      expect(reply?.text).toContain('Hold this one');
      // The writer did not ask for it.
      const isKind = reply?.text?.startsWith('Somebody here asked me for a look') ?? false;
      expect(isKind).toBe(author === 'kim');
    },
  );

  test('in a thread is answered in the same thread', async () => {
    const { slack, driver } = harness;
    const act = await harness.act('orders');
    const top = await slack.say('Look at this one', act.channel.id);
    const ts = await slack.say(DRAFT, act.channel.id, top);
    await driver.messageShortcut(callbacks.checkApology, { ts, thread_ts: top, text: DRAFT }, act);
    await harness.settled();

    expect(await slack.thread(act.channel.id, top)).toHaveLength(3);
    expect(await slack.messages(act.channel.id)).toHaveLength(1);
  });

  test('reads a message that has its words in blocks only', async () => {
    const { driver, gate } = harness;
    const act = await harness.act('orders');
    const ts = await harness.slack.say('placeholder', act.channel.id);
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text: 'Our *courier* messed up &amp; lost it.' } },
    ];
    await driver.messageShortcut(callbacks.checkApology, { ts, text: '', blocks }, act);
    await harness.settled();
    expect(gate.calls('chat.postMessage').at(-1)?.params).toMatchObject({
      thread_ts: ts,
      channel: act.channel.id,
    });
  });

  test('without any words is answered to the person alone', async () => {
    const { slack, driver, responseUrls } = harness;
    const act = await harness.act('orders');
    const before = await slack.messages(act.channel.id);
    await driver.messageShortcut(callbacks.checkApology, { ts: '1.1', text: '', files: [{ id: 'F1' }] }, act);
    await harness.settled();

    expect(await slack.messages(act.channel.id)).toEqual(before);
    await expect
      .poll(() => responseUrls.shown(act.responseUrl).map(({ text }) => text))
      .toEqual(['There is no text to read here. Send me the words you want to send to your customer.']);
  });
});

test('"Check it just for me" leaves the thread alone', async () => {
  const { slack, driver, responseUrls } = harness;
  const act = await harness.act('support');
  const ts = await slack.say(DRAFT, act.channel.id);
  await driver.messageShortcut(callbacks.checkApologyPrivate, { ts, text: DRAFT }, act);
  await harness.settled();

  expect(await slack.thread(act.channel.id, ts)).toHaveLength(1);
  expect(responseUrls.shown(act.responseUrl)).toMatchObject([
    { response_type: 'ephemeral', replace_original: false },
  ]);
});

test('"Check an apology" from anywhere opens the form', async () => {
  const act = await harness.act();
  await harness.driver.globalShortcut(callbacks.checkApologyGlobal, act);
  const { view } = (await harness.gate.nextCall('views.open', 0)).params;
  expect(view).toMatchObject({ callback_id: callbacks.draftModal, private_metadata: '{}' });
  // Slack is closed after this test, and should not be in the middle of an answer.
  await expect.poll(() => harness.gate.given('views.open').length).toBe(1);
});
