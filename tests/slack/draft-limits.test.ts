import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_DRAFT } from '../../src/errors.ts';
import { literalText } from '../support/literal-text.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

test('a draft that is too long is given back whole, with the limit', async () => {
  const draft = 'Sorry for the wait. '.repeat(MAX_DRAFT / 20 + 1).trim();
  const answer = await harness.driver.command(draft, await harness.act());
  const body = (await answer.json()) as { text: string; blocks: unknown };
  expect(body.text).toContain(`I read up to ${MAX_DRAFT}`);
  expect(literalText(body.blocks)).toContain(draft);
  expect(await harness.store.depth()).toBe(0);
});

test('a draft of the longest length allowed is reviewed', async () => {
  const draft = 'Sorry. '.repeat(MAX_DRAFT / 7).padEnd(MAX_DRAFT, '.');
  const act = await harness.act();
  expect(await (await harness.driver.command(draft, act)).text()).toBe('');
  await harness.settled();
  expect(await harness.slack.messages(act.channel.id)).toHaveLength(1);
});
