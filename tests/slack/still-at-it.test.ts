import { afterAll, beforeAll, expect, test } from 'vitest';
import { rulesEngine } from '../../src/adapters/engines/rules-engine.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { replyActions } from '../../src/slack/ids.ts';
import { openForm } from '../support/open-form.ts';
import { replied } from '../support/replied.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ engine: rulesEngine, rules: RULES, callTimeoutMs: 4000 });
});
afterAll(() => harness.close());

test('a form whose answer takes longer than Slack waits says so, once, and keeps what was typed', async () => {
  const { id, reply } = await replied(
    harness,
    "I'm sorry if the delay of parcel 88120 caused you any trouble.",
  );
  const message = await reply();
  const button = { action_id: replyActions.editAgain, value: id };
  const form = await openForm(harness, 'dana', (act) =>
    harness.driver.pressInMessage(button, { ...message }, act),
  );
  harness.gate.refuse('chat.update', { trouble: 'hang' });
  const posts = harness.gate.calls('chat.postMessage').length;
  const sent = performance.now();
  expect(await form.submit()).toEqual({
    response_action: 'errors',
    errors: { [form.blockIds().find((block) => block.startsWith('draft')) ?? '']: expect.any(String) },
  });
  expect(performance.now() - sent).toBeLessThan(3000);
  // The call to Slack fails in the end, and the edit is taken back; nobody is told twice.
  await expect
    .poll(async () => (await harness.store.standing(harness.review(id)))?.revision, { timeout: 5000 })
    .toBe(0);
  expect(harness.gate.calls('chat.postMessage')).toHaveLength(posts);
  expect(await form.submit()).toBeUndefined();
  expect(await harness.store.standing(harness.review(id))).toMatchObject({ revision: 1 });
});
