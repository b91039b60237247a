import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../src/evaluator/context.ts';
import type { SubmittedView } from '../../src/sandbox/slack-driver.ts';
import { reviewOf } from '../support/sample-review.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

const contexts: Context[] = [];
let harness: Harness;
beforeAll(async () => {
  const engine = {
    name: 'rules',
    async review(text: string, context: Context) {
      contexts.push(context);
      return reviewOf(text);
    },
  };
  harness = await startHarness({ engine });
});
afterAll(() => harness.close());

let views = 0;

/** The form as Slack sends it back. */
function filledIn(fields: {
  draft: string | null;
  channelId?: string | null;
  onlyMe?: boolean;
  where?: string;
  happened?: string;
}): SubmittedView {
  const { draft, channelId = null, onlyMe = false, where = 'email', happened = null } = fields;
  return {
    id: `V${++views}`,
    callback_id: 'draft_modal',
    private_metadata: '{}',
    values: {
      draft: { draft_input: { type: 'plain_text_input', value: draft } },
      channel: { channel_select: { type: 'static_select', selected_option: { value: where } } },
      what_happened: { what_happened_input: { type: 'plain_text_input', value: happened } },
      customer_words: { customer_words_input: { type: 'plain_text_input', value: null } },
      conversation: {
        conversation_select: { type: 'conversations_select', selected_conversation: channelId },
      },
      only_me: {
        only_me_checkbox: { type: 'checkboxes', selected_options: onlyMe ? [{ value: 'only_me' }] : [] },
      },
    },
  };
}

test('a form is answered in the conversation that was chosen, with what was said about the case', async () => {
  const act = await harness.act('support');
  const form = filledIn({
    draft: 'We are sorry if anyone was affected.',
    channelId: act.channel.id,
    where: 'review_reply',
    happened: 'The lift broke. ',
  });
  const answer = await harness.driver.submitView(form, act);
  await harness.settled();

  expect([answer.status, await answer.text()]).toEqual([200, '']);
  expect(contexts.at(-1)).toEqual({ channel: 'review_reply', what_happened: 'The lift broke.' });
  const [parent] = await harness.slack.messages(act.channel.id);
  expect(await harness.slack.thread(act.channel.id, parent?.ts ?? '')).toHaveLength(2);
});

test('sending the same form twice is one review', async () => {
  const act = await harness.act('orders');
  const form = filledIn({ draft: 'Sorry about the lamp.', channelId: act.channel.id });
  await harness.driver.submitView(form, act);
  await harness.driver.submitView(form, await harness.act('orders'));
  await harness.settled();
  expect(await harness.slack.messages(act.channel.id)).toHaveLength(1);
});

test('"only me" keeps the answer out of the channel', async () => {
  const act = await harness.act('backstage');
  await harness.driver.submitView(
    filledIn({ draft: 'Sorry about the lamp.', channelId: act.channel.id, onlyMe: true }),
    act,
  );
  await harness.settled();
  expect(harness.gate.calls('chat.postMessage').map(({ params }) => params.channel)).not.toContain(
    act.channel.id,
  );
  expect(harness.responseUrls.shown(act.responseUrl)).toHaveLength(1);
});

test.each([
  ['an empty draft', { draft: null, channelId: 'C1' }, 'draft'],
  ['a draft of spaces', { draft: '  \n ', channelId: 'C1' }, 'draft'],
  ['no conversation', { draft: 'Sorry about the lamp.' }, 'conversation'],
])('%s is said at its field, and the form stays open', async (_, fields, field) => {
  const answer = await (await harness.driver.submitView(filledIn(fields), await harness.act())).json();
  expect(answer).toMatchObject({
    response_action: 'errors',
    errors: { [field]: expect.stringMatching(/\S/) },
  });
});
