import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewId } from '../../src/reviews/review-id.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

let harness: Harness;
let crash = false;
beforeAll(async () => {
  harness = await startHarness({
    acceptWith: (store) => ({
      async accept(request) {
        // Long enough for an answer that does not wait.
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (crash) return new Promise(() => undefined);
        return store.accept(request);
      },
    }),
  });
});
afterAll(() => harness.close());

const mention = async () => {
  const { id: channel } = harness.slack.channel('support');
  const text = `<@${harness.slack.botUserId}> We are sorry if anyone was affected.`;
  const ts = await harness.slack.say(text, channel);
  const user = harness.slack.user('dana').id;
  return { type: 'app_mention', user, text, ts, channel, event_ts: ts };
};

test('a mention is acknowledged once its request is kept', async () => {
  const event = await mention();
  expect((await harness.driver.event(event)).status).toBe(200);
  const id = reviewId({ teamId: harness.slack.team.id }, `${event.channel} ${event.ts}`);
  expect(await harness.store.progress(harness.review(id))).toBeDefined();
  await harness.settled();
});

test('a mention that takes too long is acknowledged before Slack gives up on it', async () => {
  crash = true;
  const event = await mention();
  expect((await harness.driver.event(event)).status).toBe(200);
  crash = false;
});
