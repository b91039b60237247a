import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { rulesEngine } from '../src/adapters/engines/rules-engine.ts';
import { openStore } from '../src/adapters/open-store.ts';
import { createAcceptReview } from '../src/reviews/accept-review.ts';
import { createDeliverReview } from '../src/reviews/deliver-review.ts';
import { createLimitRequests } from '../src/reviews/limit-requests.ts';
import { createMessenger } from '../src/slack/messenger.ts';
import { createTeamClients } from '../src/slack/team-clients.ts';
import { exampleRequest, HASH_KEY } from './adapters/example-request.ts';
import { never } from './adapters/place.ts';
import { countStatements } from './support/counted-statements.ts';
import { findPostgres, NO_POSTGRES, startPostgres } from './support/postgres.ts';

// What one command costs in counts, which no machine's mood changes. The ceilings in command-cost.json only move
// down: where a count has fallen, its ceiling is to follow.

const COMMANDS = 20;
const AT_ONCE = 16;
const SETTLED = { timeout: 30_000, interval: 5 };
const clock = { now: () => new Date() };

type Cost = Readonly<Record<string, number>>;
const ceilings: Readonly<Record<'sqlite' | 'postgres', Cost>> = JSON.parse(
  readFileSync(new URL('command-cost.json', import.meta.url), 'utf8'),
);

/** Accepts commands and answers them as `main.ts` does, over a Slack that agrees to everything. */
async function measure(address: { databaseUrl: string | undefined; dataDir: string }): Promise<Cost> {
  const counted = countStatements();
  const opened = await openStore({ ...address, hashKey: HASH_KEY, onError: () => undefined, clock });
  const { store, settings, jobs } = opened;
  let calls = 0;
  const fetch = async () => {
    calls += 1;
    return Response.json({ ok: true, ts: `1.${calls}` });
  };
  const clientFor = createTeamClients({ tokenFor: async () => 'xoxb-cost', fetch });
  const conversation = createMessenger({ clientFor, logger: console, clock });
  const limit = createLimitRequests({
    reviews: store,
    clock,
    limits: { perPerson: 1000, perWorkspace: 1000 },
  });
  const acceptReview = createAcceptReview({ store, settings, limit, clock });
  const accept = (id: string) => acceptReview(exampleRequest({ id, threadTs: undefined }));
  const settled = () => vi.waitFor(async () => expect(await jobs.depth()).toBe(0), SETTLED);
  try {
    const together = Array.from({ length: AT_ONCE }, (_, index) => `together ${index}`);
    counted.taken();
    await Promise.all(together.map(accept));
    const commitsOfSixteenAcknowledged = counted.taken().commits;

    await jobs.start(
      createDeliverReview({ engine: rulesEngine, store, settings, conversation, clock }),
      never,
    );
    await settled();
    calls = 0;
    let [untilAcknowledged, inAll, commits] = [0, 0, 0];
    for (let index = 0; index < COMMANDS; index += 1) {
      counted.taken();
      await accept(`alone ${index}`);
      const until = counted.taken();
      await vi.waitFor(() => expect(calls).toBe(2 * (index + 1)), SETTLED);
      await settled();
      const after = counted.taken();
      untilAcknowledged += until.statements;
      inAll += until.statements + after.statements;
      commits += until.commits + after.commits;
    }
    const each = (total: number): number => Math.floor(total / COMMANDS);
    return {
      statementsUntilAcknowledged: each(untilAcknowledged),
      statementsInAll: each(inAll),
      commitsInAll: each(commits),
      commitsOfSixteenAcknowledged,
      webApiCalls: each(calls),
    };
  } finally {
    await jobs.stop(1000);
    await opened.close();
    counted.stop();
  }
}

const within = (cost: Cost, most: Cost): void => {
  console.log(JSON.stringify(cost));
  for (const [name, ceiling] of Object.entries(most))
    expect.soft(cost[name], name).toBeLessThanOrEqual(ceiling);
};

describe('what a command costs', () => {
  test('on SQLite', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'command-cost-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    within(await measure({ databaseUrl: undefined, dataDir }), ceilings.sqlite);
  });

  test('on Postgres', async (context) => {
    const bin = findPostgres();
    if (bin === undefined) return context.skip(NO_POSTGRES);
    const server = await startPostgres(bin);
    onTestFinished(() => server.remove());
    const databaseUrl = await server.createDatabase();
    within(await measure({ databaseUrl, dataDir: 'unused' }), ceilings.postgres);
  });
});
