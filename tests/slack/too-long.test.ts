import { afterAll, beforeAll, expect, test } from 'vitest';
import { BAD_DRAFT } from '../support/sample-review.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

test('a review whose blocks hold more than Slack takes stands in the thread as text', async () => {
  const { slack, gate, driver } = harness;
  gate.refuse('chat.postMessage', 'pass', { error: 'msg_blocks_too_long' });
  const act = await harness.act();
  await driver.command(BAD_DRAFT, act);
  await harness.settled();
  const [parent] = await slack.messages(act.channel.id);
  const [, reply] = await slack.thread(act.channel.id, parent?.ts ?? '');
  expect(reply?.text).toContain('Our courier messed up');
  expect(reply?.text).toContain("I'm sorry that [what exactly went wrong].");
  expect(reply?.blocks ?? []).toEqual([]);
  expect(gate.calls('chat.postMessage').at(-1)?.params).toMatchObject({ mrkdwn: 'false' });
});
