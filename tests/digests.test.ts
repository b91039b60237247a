import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../src/adapters/open-store.ts';
import { RULES_VERSION } from '../src/evaluator/rules-version.ts';
import { createTurnOnDigest } from '../src/reviews/digests/turn-on-digest.ts';
import { exampleRequest, HASH_KEY } from './adapters/example-request.ts';
import { RECORD } from './adapters/store-contract.ts';
import { type LoopbackServer, startLoopbackServer } from './support/loopback-server.ts';
import { findPostgres, NO_POSTGRES, type PostgresServer, query, startPostgres } from './support/postgres.ts';
import { type Main, startMain } from './support/start-main.ts';

const DAY_MS = 86_400_000;
const CHANNELS = Array.from({ length: 20 }, (_, index) => `C0000${String(index).padStart(2, '0')}`);
const UTC_MONDAY = { frequency: 'weekly', day: 'monday', time: '09:00', zone: 'UTC' } as const;

const bin = findPostgres();

describe.skipIf(bin === undefined)(
  `two processes on one Postgres${bin ? '' : ` (skipped: ${NO_POSTGRES})`}`,
  () => {
    let server: PostgresServer;
    let slack: LoopbackServer;
    const posts: { channel: string; text: string }[] = [];
    const dataDir = mkdtempSync(join(tmpdir(), 'digests-'));

    beforeAll(async () => {
      server = await startPostgres(bin ?? '');
      slack = await startLoopbackServer((request, body, response) => {
        const call = new URLSearchParams(body);
        const isPost = request.url?.endsWith('chat.postMessage');
        if (isPost) posts.push({ channel: call.get('channel') ?? '', text: call.get('text') ?? '' });
        const answer = {
          ok: true,
          ts: `1.${posts.length}`,
          user_id: 'U0BOT',
          bot_id: 'B0',
          team_id: 'T0001',
        };
        // As long as Slack takes, so that a process can die meanwhile.
        setTimeout(() => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(JSON.stringify({ ...answer, user: { name: 'dana' } }));
        }, 30);
      });
    });
    afterAll(async () => {
      await slack.close();
      await server.remove();
      rmSync(dataDir, { recursive: true, force: true });
    });

    /** A database in which every channel had five drafts last week and its digest has been due since Monday. */
    async function dueDatabase(): Promise<string> {
      const databaseUrl = await server.createDatabase();
      const lastWeek = new Date(Date.now() - 7 * DAY_MS);
      const clock = { now: () => lastWeek };
      const opened = await openStore({
        databaseUrl,
        dataDir,
        hashKey: HASH_KEY,
        clock,
        onError: () => undefined,
      });
      const turnOn = createTurnOnDigest({ digests: opened.digests, clock });
      for (const channelId of CHANNELS) {
        const kept = await turnOn({ teamId: 'T0001', enterpriseId: undefined, channelId }, UTC_MONDAY, 'U1');
        for (let draft = 0; draft < 5; draft += 1) {
          const id = `${channelId} ${draft}`;
          const request = exampleRequest({
            ...{ id, channelId, draft: id, userId: `U${draft}` },
            requestedAt: new Date(Date.parse(kept.coveredUntil) + draft * 60_000).toISOString(),
          });
          await opened.store.accept(request);
          await opened.store.finish(request, { ...RECORD, rulesVersion: RULES_VERSION });
        }
      }
      await opened.close();
      await query(databaseUrl, `delete from pgboss.job`);
      return databaseUrl;
    }

    const startTwo = (databaseUrl: string): Promise<[Main, Main]> => {
      const env = {
        SLACK_BOT_TOKEN: 'xoxb-of-this-test',
        SLACK_SIGNING_SECRET: 'a-secret-of-this-test',
        SLACK_API_URL: `${slack.url}/api/`,
        DATABASE_URL: databaseUrl,
        PORT: '0',
      };
      return Promise.all([startMain(env), startMain(env)]);
    };

    const over = (databaseUrl: string) =>
      expect
        .poll(async () => (await query(databaseUrl, `select id from digests where state <> 'due'`)).length, {
          timeout: 60_000,
          interval: 200,
        })
        .toBe(CHANNELS.length);

    test('every channel gets its digest once', { timeout: 90_000 }, async () => {
      posts.length = 0;
      const databaseUrl = await dueDatabase();
      const bots = await startTwo(databaseUrl);
      await over(databaseUrl);
      expect(await Promise.all(bots.map((bot) => bot.stop()))).toEqual([0, 0]);
      expect(posts.map(({ channel }) => channel).toSorted()).toEqual(CHANNELS);
      for (const { text } of posts) expect(text).toContain('5 drafts by 5 people');
    });

    test('also where one of them dies, which can repeat what it was posting just then', {
      timeout: 90_000,
    }, async () => {
      posts.length = 0;
      const databaseUrl = await dueDatabase();
      const [first, second] = await startTwo(databaseUrl);
      await expect.poll(() => posts.length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(4);
      await first.stop('SIGKILL');
      await over(databaseUrl);
      await second.stop();
      expect([...new Set(posts.map(({ channel }) => channel))].toSorted()).toEqual(CHANNELS);
      // A process posts two digests at once.
      expect(posts.length - CHANNELS.length).toBeLessThanOrEqual(2);
    });
  },
);
