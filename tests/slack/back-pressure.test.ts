import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openStore } from '../../src/adapters/open-store.ts';
import { createDeliverReview } from '../../src/reviews/deliver-review.ts';
import { createMessenger } from '../../src/slack/messenger.ts';
import { createTeamClients } from '../../src/slack/team-clients.ts';
import { exampleRequests, HASH_KEY } from '../adapters/example-request.ts';
import { never } from '../adapters/place.ts';
import { startLoopbackServer } from '../support/loopback-server.ts';
import { reviewOf } from '../support/sample-review.ts';
import { createTestLogger } from '../support/test-logger.ts';

const LANES = 4;
const REVIEWS = 40;

test('while Slack is slow, requests wait in the store and not as calls to Slack', async () => {
  const held: (() => void)[] = [];
  let underWay = 0;
  let most = 0;
  let posted = 0;
  const slack = await startLoopbackServer(async (_request, _body, response) => {
    most = Math.max(most, ++underWay);
    await new Promise<void>((resolve) => held.push(resolve));
    underWay -= 1;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, ts: `1.${++posted}` }));
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'pressure-'));
  const onError = vi.fn();
  const opened = await openStore({
    databaseUrl: undefined,
    dataDir,
    hashKey: HASH_KEY,
    onError,
    concurrency: LANES,
  });
  const { store, settings, jobs, close } = opened;
  const clock = { now: () => new Date() };
  const { logger } = createTestLogger();
  const slackApiUrl = `${slack.url}/api/`;
  const clientFor = createTeamClients({ tokenFor: async () => 'xoxb-1', slackApiUrl, logger });
  const conversation = createMessenger({ clientFor, logger, clock });
  const engine = { name: 'rules', review: async (text: string) => reviewOf(text) };
  await jobs.start(createDeliverReview({ engine, store, settings, conversation, clock }), never);

  for (const request of exampleRequests(REVIEWS)) await store.accept(request);
  await vi.waitFor(() => expect(held).toHaveLength(LANES));
  expect(await jobs.depth()).toBe(REVIEWS);

  for (let released = 0; released < 2 * REVIEWS; released += 1) {
    await vi.waitFor(() => expect(held.length).toBeGreaterThan(0));
    held.shift()?.();
  }
  await vi.waitFor(async () => expect(await jobs.depth()).toBe(0));
  expect(most).toBe(LANES);
  expect(onError).not.toHaveBeenCalled();
  await jobs.stop(1000);
  await close();
  await slack.close();
  rmSync(dataDir, { recursive: true, force: true });
});
