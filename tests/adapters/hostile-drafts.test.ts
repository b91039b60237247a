import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileDrafts } from '../../scripts/hostile-drafts.ts';
import { rulesEngine } from '../../src/adapters/engines/rules-engine.ts';
import { type OpenStore, openStore } from '../../src/adapters/open-store.ts';
import { MAX_DRAFT } from '../../src/errors.ts';
import { createAcceptReview } from '../../src/reviews/accept-review.ts';
import { createDeliverReview } from '../../src/reviews/deliver-review.ts';
import type { Conversation, ReviewRequest } from '../../src/reviews/ports.ts';
import { soundText } from '../../src/slack/draft-text.ts';
import {
  everythingIn,
  findPostgres,
  NO_POSTGRES,
  type PostgresServer,
  startPostgres,
} from '../support/postgres.ts';
import { HASH_KEY } from './example-request.ts';
import { never } from './place.ts';

// As the listeners hand them on.
const DRAFTS = hostileDrafts()
  .map((draft) => ({ ...draft, text: soundText(draft.text) }))
  .filter(({ text }) => text.length <= MAX_DRAFT);

const requestFor = ({ id, text }: { readonly id: string; readonly text: string }) => ({
  ...{ id: `review ${id.replaceAll('zq', '')}`, teamId: 'T1', enterpriseId: undefined, channelId: 'C1' },
  ...({ userId: 'U1', source: 'modal', draft: text, visibility: 'thread', threadTs: undefined } as const),
  // What else may be typed into a form goes the same way.
  context: { what_happened: soundText(text.slice(0, 200)) },
  responseUrl: undefined,
});

/** Accepts and answers every draft; resolves to the drafts as the answers hold them, by id. */
async function answerAll({ store, settings, jobs }: OpenStore): Promise<Map<string, string>> {
  const clock = { now: () => new Date() };
  const answered = new Map<string, string>();
  const conversation: Conversation = {
    findPosted: async () => undefined,
    postParent: async () => '1.1',
    async postReply({ id, draft }: ReviewRequest) {
      answered.set(id, draft);
      return '1.2';
    },
    showPrivately: never,
    apologise: never,
  };
  await jobs.start(createDeliverReview({ engine: rulesEngine, store, settings, conversation, clock }), never);
  const accept = createAcceptReview({ store, settings, clock });
  for (const draft of DRAFTS) await accept(requestFor(draft));
  await expect.poll(() => jobs.depth(), { timeout: 50_000, interval: 50 }).toBe(0);
  return answered;
}

const DIGITS = /zq\d{4}kx/;

describe('a hostile draft comes out of the store as it went in, and nothing of it stays', () => {
  test('SQLite', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'hostile-store-'));
    const opened = await openStore({ databaseUrl: undefined, dataDir, hashKey: HASH_KEY, onError: never });
    const answered = await answerAll(opened);
    await opened.jobs.stop(1000);
    const files = () =>
      readdirSync(dataDir)
        .map((name) => readFileSync(join(dataDir, name), 'latin1'))
        .join('');
    await opened.close();
    expect(answered).toEqual(new Map(DRAFTS.map((draft) => [requestFor(draft).id, draft.text])));
    expect(files()).not.toMatch(DIGITS);
    rmSync(dataDir, { recursive: true });
  });

  const bin = findPostgres();
  describe.skipIf(bin === undefined)(`Postgres${bin ? '' : ` (skipped: ${NO_POSTGRES})`}`, () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres(bin ?? '');
    });
    afterAll(() => server.remove());

    test('Postgres', async () => {
      const databaseUrl = await server.createDatabase();
      const opened = await openStore({ databaseUrl, dataDir: '', hashKey: HASH_KEY, onError: never });
      const answered = await answerAll(opened);
      expect(answered).toEqual(new Map(DRAFTS.map((draft) => [requestFor(draft).id, draft.text])));
      await opened.jobs.stop(1000);
      await opened.close();
      expect(await everythingIn(databaseUrl)).not.toMatch(DIGITS);
    });
  });
});
