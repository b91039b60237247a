import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoreUnavailableError } from '../../src/reviews/errors.ts';
import { callbacks } from '../../src/slack/ids.ts';
import { literalText } from '../support/literal-text.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({
    acceptWith: () => ({
      accept: () => Promise.reject(new StoreUnavailableError(new Error('disk full while writing "lamp"'))),
    }),
  });
});
afterAll(() => harness.close());

const SAYS = /could not keep your request safe.*try again/;

test('the command is answered privately and gives the draft back', async () => {
  const act = await harness.act();
  const answer = await harness.driver.command('private Sorry about the &lt;lamp&gt;.', act);
  const body = (await answer.json()) as { response_type: string; text: string; blocks: unknown };
  expect(body.response_type).toBe('ephemeral');
  expect(body.text).toMatch(SAYS);
  expect(literalText(body.blocks)).toContain('Sorry about the <lamp>.');
  expect(await harness.slack.messages(act.channel.id)).toEqual([]);
});

test('the message shortcut is answered privately', async () => {
  const act = await harness.act();
  const answer = await harness.driver.messageShortcut(
    callbacks.checkApology,
    { ts: '1.1', text: 'Sorry about the lamp.' },
    act,
  );
  expect(answer.status).toBe(200);
  await expect.poll(() => harness.responseUrls.shown(act.responseUrl).length).toBe(1);
  expect(harness.responseUrls.shown(act.responseUrl)[0]).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringMatching(SAYS),
  });
});

test('where the way back has expired, it comes as a direct message', async () => {
  const act = await harness.act();
  harness.responseUrls.expire(act.responseUrl);
  const message = { ts: '1.1', text: 'Sorry about the lamp.' };
  await harness.driver.messageShortcut(callbacks.checkApology, message, act);
  const { params } = await harness.gate.nextCall('chat.postMessage', 0);
  expect(params.channel).toBe(act.user.id);
  expect(params.text).toMatch(SAYS);
});

test('the form stays open with what was typed in it', async () => {
  const act = await harness.act();
  const answer = await harness.driver.submitView(
    {
      id: 'V1',
      callback_id: callbacks.draftModal,
      private_metadata: '{}',
      values: {
        draft: { draft_input: { value: 'Sorry about the lamp.' } },
        channel: { channel_select: { selected_option: { value: 'email' } } },
        what_happened: { what_happened_input: { value: null } },
        customer_words: { customer_words_input: { value: null } },
        conversation: { conversation_select: { selected_conversation: act.channel.id } },
        only_me: { only_me_checkbox: { selected_options: [] } },
      },
    },
    act,
  );
  expect(await answer.json()).toEqual({
    response_action: 'errors',
    errors: { draft: expect.stringMatching(SAYS) },
  });
});

test('the cause is logged, the draft is not', () => {
  expect(harness.logLines).toContainEqual(expect.stringContaining('store_unavailable'));
  expect(harness.logLines.filter((line) => line.includes('lamp'))).toHaveLength(0);
});
