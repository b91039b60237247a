import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/adapters/open-store.ts';
import { parseReviewJob } from '../../src/adapters/queue/review-job.ts';
import { createSqliteJobs } from '../../src/adapters/queue/sqlite-jobs.ts';
import { createKeyedHashes } from '../../src/adapters/storage/keyed-hashes.ts';
import { openDatabase } from '../../src/adapters/storage/open-database.ts';
import { createReviewStore } from '../../src/adapters/storage/review-store.ts';
import { SQLITE_FILE } from '../../src/adapters/storage/sqlite-database.ts';
import type { ReviewStore } from '../../src/reviews/ports.ts';
import { reviewId } from '../../src/reviews/review-id.ts';
import type { Act } from '../../src/sandbox/slack-driver.ts';
import { callbacks } from '../../src/slack/ids.ts';
import { HASH_KEY } from '../adapters/example-request.ts';
import { QUICK } from '../adapters/place.ts';
import { startFreezableProxy } from '../support/freezable-proxy.ts';
import { literalText } from '../support/literal-text.ts';
import { findPostgres, NO_POSTGRES, startPostgres } from '../support/postgres.ts';
import { type Harness, startHarness } from '../support/slack-harness.ts';

// The real stores, written to by the real app, while they can't be written.

const DRAFT = 'Sorry about the lamp.';
const SLACK_WAITS_MS = 3000;

/** What is to be undone after a test, the last thing first. */
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const harnessOver = async (store: ReviewStore): Promise<Harness> => {
  const harness = await startHarness({ acceptWith: () => store });
  undo.push(() => harness.close());
  return harness;
};

/** Sends the command; resolves to what the person alone is shown in answer to it. */
async function refused(harness: Harness, act: Act): Promise<string> {
  const sent = performance.now();
  const answer = await harness.driver.command(DRAFT, act);
  expect(performance.now() - sent).toBeLessThan(SLACK_WAITS_MS);
  const { response_type, blocks } = (await answer.json()) as { response_type: string; blocks: unknown };
  expect(response_type).toBe('ephemeral');
  return literalText(blocks);
}

/**
 * Everybody who asks while the store is out of reach is told so within Slack's three seconds and keeps the
 * draft, and nothing of it comes back later; who asks again afterwards is answered.
 */
async function tellsEverybody(store: ReviewStore, breakIt: () => unknown, mendIt: () => unknown) {
  const harness = await harnessOver(store);
  const teamId = harness.slack.team.id;
  const review = ({ triggerId }: Act) => harness.review(reviewId({ teamId }, triggerId));
  await breakIt();
  const acts = await Promise.all(Array.from({ length: 4 }, () => harness.act('support')));
  const shortcut = await harness.act('support');
  const sent = performance.now();
  const [answer, ...shown] = await Promise.all([
    harness.driver.messageShortcut(callbacks.checkApology, { ts: '1.1', text: DRAFT }, shortcut),
    ...acts.map((act) => refused(harness, act)),
  ]);
  for (const text of shown) expect(text).toMatch(/could not keep your request safe.*Sorry about the lamp\./s);
  expect(answer.status).toBe(200);
  await expect.poll(() => harness.responseUrls.shown(shortcut.responseUrl).length).toBe(1);
  expect(performance.now() - sent).toBeLessThan(SLACK_WAITS_MS);

  await mendIt();
  const again = await harness.act('support');
  await expect
    .poll(async () => (await harness.driver.command(DRAFT, again)).text(), { timeout: 30_000 })
    .toBe('');
  for (const act of [...acts, shortcut]) expect(await store.progress(review(act))).toBeUndefined();
  expect(await store.progress(review(again))).toBeDefined();
}

describe('SQLite', () => {
  async function open() {
    const dataDir = mkdtempSync(join(tmpdir(), 'out-of-reach-'));
    undo.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const { db, writer, close } = await openDatabase({
      databaseUrl: undefined,
      dataDir,
      onError: () => undefined,
    });
    undo.push(close);
    const clock = { now: () => new Date() };
    const queue = { name: 'review', parse: parseReviewJob, concurrency: 1, policy: QUICK };
    const jobs = createSqliteJobs({
      ...{ ...queue, db, writer, clock, onError: () => undefined },
      lock: async () => () => undefined,
    });
    const store = createReviewStore({ db, writer, jobs, clock, hashes: createKeyedHashes(HASH_KEY) });
    const pragma = (text: string) => sql.raw(`pragma ${text}`).execute(db);
    return { store, pragma, file: join(dataDir, SQLITE_FILE) };
  }

  test('on a disk that is full', async () => {
    const { store, pragma } = await open();
    const long = { ...store, accept: padded(store.accept) };
    await tellsEverybody(
      long,
      () => pragma('max_page_count = 1'),
      () => pragma('max_page_count = 100000'),
    );
  });

  test('on a file that may not be written', async () => {
    const { store, pragma } = await open();
    await tellsEverybody(
      store,
      () => pragma('query_only = 1'),
      () => pragma('query_only = 0'),
    );
  });

  test('while another process migrates it', async () => {
    const { store, file } = await open();
    const other = new Sqlite(file);
    undo.push(() => other.close());
    await tellsEverybody(
      store,
      () => other.exec('begin immediate'),
      () => other.exec('commit'),
    );
  });
});

/** The pages that are allocated already have room for short drafts. */
const padded =
  (accept: ReviewStore['accept']): ReviewStore['accept'] =>
  (request, until) =>
    accept({ ...request, draft: request.draft.padEnd(12_000) }, until);

const bin = findPostgres();
if (bin === undefined) test('Postgres', (context) => context.skip(NO_POSTGRES));
else
  describe('Postgres', () => {
    async function open(bin: string) {
      const server = await startPostgres(bin);
      undo.push(() => server.remove());
      const direct = await server.createDatabase();
      const proxy = await startFreezableProxy(Number(new URL(direct).port));
      const databaseUrl = direct.replace(/:\d+\//, `:${proxy.port}/`);
      const { store, close } = await openStore({
        ...{ databaseUrl, dataDir: 'unused', hashKey: HASH_KEY, onError: () => undefined },
      });
      // A store does not close over a cable that is cut.
      undo.push(close, () => proxy.close());
      return { server, store, proxy, direct };
    }

    test('whose server is gone', async () => {
      const { server, store } = await open(bin);
      await tellsEverybody(store, server.crash, server.start);
    });

    test('behind a cable that was cut', async () => {
      const { store, proxy } = await open(bin);
      await tellsEverybody(store, proxy.freeze, proxy.mend);
    });

    test('while a migration holds its tables', async () => {
      const { store, direct } = await open(bin);
      const migration = new pg.Client({ connectionString: direct });
      await migration.connect();
      undo.push(() => migration.end());
      await tellsEverybody(
        store,
        () => migration.query('begin; lock table reviews in access exclusive mode'),
        () => migration.query('commit'),
      );
    });
  });
