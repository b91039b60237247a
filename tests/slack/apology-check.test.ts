import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { literalText } from '../support/literal-text.ts';
import { BAD_DRAFT } from '../support/sample-review.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

/** Slack hands the text of a command over with its three signs escaped. */
const typed = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('/apology-check with a draft', () => {
  test('posts one parent with the draft and one reply in its thread, and answers the command with nothing', async () => {
    const { slack, driver } = harness;
    const act = await harness.act('support');
    const answer = await driver.command(typed(BAD_DRAFT), act);
    await harness.settled();

    expect([answer.status, await answer.text()]).toEqual([200, '']);
    const messages = await slack.messages(act.channel.id);
    expect(messages).toHaveLength(1);
    const [parent, reply, ...more] = await slack.thread(act.channel.id, messages[0]?.ts ?? '');
    expect(more).toEqual([]);
    expect(literalText(parent?.blocks)).toContain(BAD_DRAFT);
    expect(parent?.blocks?.[0]?.elements[0].elements[0]).toEqual({ type: 'user', user_id: act.user.id });
    expect(reply?.thread_ts).toBe(parent?.ts);
    expect(reply?.text).toContain('Hold this one');
    expect(literalText(reply?.blocks)).toContain('sorry if anyone was affected');
    expect(harness.responseUrls.shown(act.responseUrl)).toEqual([]);
  });

  test('pings nobody that the draft mentions', async () => {
    const calls = harness.gate.calls('chat.postMessage');
    expect(calls).toHaveLength(2);
    for (const { params } of calls) {
      expect(params.parse).toBe('none');
      expect(params.link_names).toBeUndefined();
      expect(params.text).not.toContain('<!here>');
      expect(JSON.stringify(params.blocks)).not.toMatch(/"mrkdwn"|"broadcast"/);
    }
  });

  test('marks both messages with the same review id and with no words of the draft', async () => {
    const [parent, reply] = harness.gate.calls('chat.postMessage').map(({ params }) => params);
    expect(parent?.metadata.event_payload).toEqual(reply?.metadata.event_payload);
    expect(Object.keys(parent?.metadata.event_payload)).toEqual(['review_id']);
    expect(parent?.client_msg_id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(parent?.client_msg_id).not.toBe(reply?.client_msg_id);
  });

  test('keeps rule ids and numbers of the review, and nothing of the draft', async () => {
    const [posted] = harness.gate.calls('chat.postMessage');
    const record = harness.store.record(posted?.params.metadata.event_payload.review_id);
    expect(record).toMatchObject({
      band: 'hold',
      score: 31,
      faults: ['conditional-apology', 'blames-others'],
    });
    expect(JSON.stringify(record)).not.toContain('sorry');
  });

  test('is answered once however often Slack delivers it', async () => {
    const { slack, driver } = harness;
    const act = await harness.act('orders');
    await Promise.all([
      driver.command('Sorry about the late order.', act),
      driver.command('Sorry about the late order.', act),
    ]);
    await harness.settled();
    await driver.command('Sorry about the late order.', act);
    await harness.settled();

    const messages = await slack.messages(act.channel.id);
    expect(messages).toHaveLength(1);
    expect(await slack.thread(act.channel.id, messages[0]?.ts ?? '')).toHaveLength(2);
  });

  test('brings a draft of 12,000 characters through whole', async () => {
    const { gate, driver } = harness;
    const draft = `${'We are sorry 🙂 for the wait. '.repeat(400)}`.slice(0, 11_999).trimEnd();
    await driver.command(draft, await harness.act('support'));
    await harness.settled();
    const parent = gate.calls('chat.postMessage').at(-2)?.params;
    expect(literalText(parent?.blocks.slice(1))).toBe(draft);
  });
});

describe('/apology-check private', () => {
  test.each(['private', 'Private', 'private:'])(
    '%s shows the review to the person and leaves the channel alone',
    async (word) => {
      const { slack, driver, responseUrls } = harness;
      const act = await harness.act('orders');
      const before = await slack.messages(act.channel.id);
      await driver.command(`${word} ${typed(BAD_DRAFT)}`, act);
      await harness.settled();

      expect(await slack.messages(act.channel.id)).toEqual(before);
      const [shown, ...more] = responseUrls.shown(act.responseUrl);
      expect(more).toEqual([]);
      expect(shown?.response_type).toBe('ephemeral');
      expect(shown?.text).toContain('Hold this one');
      expect(shown?.text).not.toContain('only you see this');
    },
  );
});

describe('/apology-check without a draft', () => {
  test('alone opens the form for this channel', async () => {
    const act = await harness.act('support');
    await harness.driver.command('', act);
    const { view } = (await harness.gate.nextCall('views.open', 0)).params;
    expect(view.callback_id).toBe('draft_modal');
    expect(JSON.parse(view.private_metadata)).toEqual({ channel_id: act.channel.id });
  });

  test('"private" alone opens the form with "only me" ticked', async () => {
    const already = harness.gate.calls('views.open').length;
    await harness.driver.command('private', await harness.act());
    const { view } = (await harness.gate.nextCall('views.open', already)).params;
    const onlyMe = view.blocks.find((block: { block_id?: string }) => block.block_id === 'only_me');
    expect(onlyMe.element.initial_options).toHaveLength(1);
  });

  test('"help" explains, to this person only', async () => {
    const answer = await (await harness.driver.command('help', await harness.act())).json();
    expect(answer).toMatchObject({ response_type: 'ephemeral' });
    expect((answer as { text: string }).text).toContain('/apology-check private');
  });

  test('a single unknown word gets the usage, words that make a draft do not', async () => {
    const answer = await (await harness.driver.command('hello', await harness.act())).json();
    expect((answer as { text: string }).text).toContain('I don\'t know "hello"');

    const draft = await harness.driver.command('settings went missing, sorry', await harness.act());
    expect(await draft.text()).toBe('');
    await harness.settled();
  });
});
