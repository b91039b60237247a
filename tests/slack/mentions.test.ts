import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMention } from '../../src/slack/events/mention-words.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

const DRAFT = 'We are sorry if anyone was affected &amp; lost their seat.';

let harness: Harness;
let channel: string;
let dana: string;
beforeAll(async () => {
  harness = await startHarness();
  channel = harness.slack.channel('support').id;
  dana = harness.slack.user('dana').id;
});
afterAll(() => harness.close());

interface Mention {
  readonly text: string;
  readonly threadTs?: string;
  readonly [field: string]: unknown;
}

/** Somebody writes a message with a mention; resolves to its ts. */
async function mention({ text, threadTs, ...rest }: Mention, envelope: object = {}): Promise<string> {
  const said = text.replace('@bot', `<@${harness.slack.botUserId}>`);
  const ts = await harness.slack.say(said, channel, threadTs);
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const event = {
    type: 'app_mention',
    user: dana,
    text: said,
    ts,
    channel,
    event_ts: ts,
    ...thread,
    ...rest,
  };
  const answers = await Promise.all([
    harness.driver.event(event, envelope),
    harness.driver.event(event, envelope, new Date(Date.now() - 2000)),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await harness.settled();
  return ts;
}

const posted = () => harness.gate.calls('chat.postMessage').length;
const whispered = () => harness.gate.calls('chat.postEphemeral');

describe('a mention', () => {
  test('in a thread, with a draft, is answered once in that thread and by nothing in the channel', async () => {
    const top = await harness.slack.say('Can somebody look at this?', channel);
    const before = await harness.slack.messages(channel);
    await mention({ text: `@bot ${DRAFT}`, threadTs: top });
    const [, , reply, ...more] = await harness.slack.thread(channel, top);
    expect(more).toEqual([]);
    expect(reply?.text).toContain('Hold this one');
    expect(reply?.text).toContain('sorry if anyone was affected');
    expect(await harness.slack.messages(channel)).toHaveLength(before.length);
  });

  test('outside a thread begins one under that message', async () => {
    const ts = await mention({ text: `@bot: ${DRAFT}` });
    expect(await harness.slack.thread(channel, ts)).toHaveLength(2);
  });

  test('with "private" and a draft is answered to the person alone, in the thread', async () => {
    const top = await harness.slack.say('And this one?', channel);
    const before = posted();
    await mention({ text: `@bot private ${DRAFT}`, threadTs: top });
    expect(posted()).toBe(before);
    expect(whispered().at(-1)?.params).toMatchObject({ channel, user: dana, thread_ts: top });
    expect(whispered().at(-1)?.params.text).toContain('Hold this one');
  });

  test.each([
    ['alone', '@bot', 'I look over an apology'],
    ['with a word of thanks', '@bot thank you!', 'I look over an apology'],
    ['about digests', '@bot digest on', '/apology-check digest'],
    ['with a word it does not know', '@bot setings', 'Did you mean /apology-check settings?'],
  ])('%s is answered with how to ask, to the person alone, in the thread', async (_, text, says) => {
    const top = await harness.slack.say('Hm', channel);
    const before = posted();
    await mention({ text, threadTs: top });
    expect(posted()).toBe(before);
    expect(whispered().at(-1)?.params).toMatchObject({ channel, user: dana, thread_ts: top });
    expect(whispered().at(-1)?.params.text).toContain(says);
  });

  test.each([
    ['of another bot', { bot_id: 'B1' }],
    ['by the bot itself', { user: 'U0APOLOGY' }],
    ['that was changed afterwards', { edited: { user: 'U1', ts: '2.2' } }],
    ['without a person', { user: undefined }],
  ])('%s asks for nothing', async (_, change) => {
    const before = [posted(), whispered().length];
    await mention({ text: `@bot ${DRAFT}`, ...change });
    expect([posted(), whispered().length]).toEqual(before);
  });

  test('in a channel with outsiders is answered privately, and the answer says so', async () => {
    const before = posted();
    await mention({ text: `@bot ${DRAFT}` }, { is_ext_shared_channel: true });
    expect(posted()).toBe(before);
    expect(whispered().at(-1)?.params.text).toMatch(/^People from outside your organisation/);
  });

  test('with a draft that is too long is told so, to the person alone', async () => {
    const before = posted();
    await mention({ text: `@bot ${'We are so sorry. '.repeat(800)}` });
    expect(posted()).toBe(before);
    expect(whispered().at(-1)?.params).toMatchObject({ channel, user: dana });
    expect(whispered().at(-1)?.params.text).toContain('I read up to 12000');
  });
});

describe('what is read of a mention', () => {
  test.each([
    ['<@U9> We are sorry about *that* lamp.', 'We are sorry about that lamp.'],
    ['Hi <@U9|apology>, We are sorry about it.', 'We are sorry about it.'],
    ['We are sorry about it. <@U9>', 'We are sorry about it.'],
    ['<@U9> Sorry, <@U8>, for the wait. <@U9>', 'Sorry, @someone, for the wait.'],
  ])('%s', (text, draft) => {
    expect(readMention(text, 'U9')).toEqual({ kind: 'draft', draft, visibility: 'thread' });
  });
});
