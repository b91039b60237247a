import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMemorySettings } from '../../src/adapters/storage/memory-settings.ts';
import { createMemoryStore } from '../../src/adapters/storage/memory-store.ts';
import { createSlackDriver } from '../../src/sandbox/slack-driver.ts';
import { createSlackApp } from '../../src/slack/app.ts';
import { createHttpReceiver } from '../../src/slack/receivers.ts';
import { literalText } from '../support/literal-text.ts';
import { noDigests } from '../support/no-digests.ts';
import { noEditor, noForgetting } from '../support/no-editor.ts';
import { NO_REPLIES } from '../support/reply-use-cases.ts';
import { type ResponseUrls, startResponseUrls } from '../support/response-urls.ts';
import { createTestLogger } from '../support/test-logger.ts';

let responseUrls: ResponseUrls;
beforeAll(async () => {
  responseUrls = await startResponseUrls();
});
afterAll(() => responseUrls.close());

test('somebody in a workspace without an installation is told so and keeps the draft', async () => {
  const { logger, lines } = createTestLogger();
  const http = createHttpReceiver({ signingSecret: 'secret', host: '127.0.0.1', port: 0, logger });
  await createSlackApp({
    receiver: http.receiver,
    authorization: { authorize: () => Promise.reject(new Error('no installation')) },
    editor: noEditor,
    forgetting: noForgetting,
    digests: noDigests,
    acceptReview: () => Promise.reject(new Error('never reached')),
    replies: NO_REPLIES,
    reviews: createMemoryStore(),
    settings: createMemorySettings(),
    slackApiUrl: 'http://127.0.0.1:9/api/',
    logger,
  });
  const eventsUrl = `http://127.0.0.1:${await http.start()}/slack/events`;
  const driver = createSlackDriver({
    eventsUrl,
    signingSecret: 'secret',
    team: { id: 'T9', domain: 'x' },
    appId: 'A1',
  });
  const act = {
    user: { id: 'U1', name: 'dana' },
    channel: { id: 'C1', name: 'support' },
    triggerId: '1.1',
    responseUrl: responseUrls.create(),
  };
  const answer = await driver.command('Sorry about the lamp.', act);
  await http.stop();

  expect([answer.status, await answer.text()]).toEqual([200, '']);
  const [shown] = responseUrls.shown(act.responseUrl);
  expect(shown?.text).toContain('install me again');
  expect(literalText(shown?.blocks)).toContain('Sorry about the lamp.');
  expect(lines.filter((line) => line.includes('lamp'))).toHaveLength(0);
});
