import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { createDigestReviews } from '../src/adapters/storage/digest-reviews.ts';
import { type OpenDatabase, openDatabase } from '../src/adapters/storage/open-database.ts';
import type { Tables } from '../src/adapters/storage/schema.ts';
import { createSettingsStore } from '../src/adapters/storage/settings-store.ts';
import { RULES } from '../src/evaluator/rules/index.ts';
import type { DigestFigures } from '../src/reviews/digests/figures.ts';
import { createGatherDigest } from '../src/reviews/digests/gather-digest.ts';
import { digestSamples } from './digest-samples.ts';
import { EIGHT_WEEKS, fillStore, MEASURED } from './digest-store.ts';
import { allDrafts } from './drafts.ts';
import type { Goal, Measured } from './measurement.ts';
import { postgresIfThere } from './postgres-if-there.ts';
import { type Recounted, sqlRecount } from './sql-recount.ts';
import { median, nowMs, quantile } from './statistics.ts';
import { digits } from './table.ts';

/** Rounds that are not counted: Node is slow with what it runs for the first time. */
const WARM_UP = 5;

/**
 * What it takes to build the digest of one channel, beside a recount of the same reviews in plain SQL, in
 * stores that hold more and more of other channels.
 */
export async function measureDigest(quick: boolean): Promise<Measured> {
  const rounds = quick ? 2 : 15;
  const measured = quick ? 2000 : 10_000;
  const totals = quick ? [5000, 20_000] : [10_000, 100_000, 1_000_000];
  const samples = digestSamples(allDrafts());
  const stores: Store[] = [];
  const measureAll = async (name: string, open: Open): Promise<void> => {
    for (const total of totals) {
      const { database, fill } = await open();
      try {
        await fill((filling) => fillStore(filling, database.kind, samples, { measured, total }));
        stores.push({ name, total, ...(await measureStore(database, rounds)) });
      } finally {
        await database.close();
      }
    }
  };
  await onSqlite((open) => measureAll('SQLite', open));
  await onPostgres((open) => measureAll('Postgres', open));
  return {
    goals: [...new Set(stores.map(({ name }) => name))].flatMap((name) =>
      goalsOf(
        name,
        stores.filter((store) => store.name === name),
      ),
    ),
    tables: [
      {
        title: `Digest of a channel with ${measured} reviews in eight weeks, medians of ${rounds} rounds`,
        head: [
          'database',
          'reviews in all',
          'digest beside recount',
          'digest ms',
          'p90 ms',
          'SQL recount ms',
          'p90 ms',
        ],
        rows: stores.map(({ name, total, digest, recount }) => [
          ...[name, String(total), `${digits(median(digest) / median(recount))} ×`],
          ...[digest, recount].flatMap((times) => [digits(median(times)), digits(quantile(times, 0.9))]),
        ]),
      },
    ],
  };
}

/** Times in ms. */
interface Store {
  readonly name: string;
  readonly total: number;
  readonly digest: readonly number[];
  readonly recount: readonly number[];
}

/** Of the stores of one database, smallest first. */
function goalsOf(name: string, stores: readonly Store[]): Goal[] {
  const [smallest, largest] = [stores[0], stores.at(-1)];
  if (!smallest || !largest) return [];
  return [
    {
      what: `digest out of ${largest.total} reviews on ${name}, beside a plain SQL recount`,
      measured: median(largest.digest) / median(largest.recount),
      unit: '×',
      needed: { atMost: 1 },
      aim: { atMost: 0.1 },
    },
    {
      what: `digest out of ${largest.total} reviews on ${name}, beside one out of ${smallest.total}`,
      measured: median(largest.digest) / median(smallest.digest),
      unit: '×',
    },
  ];
}

async function measureStore(database: OpenDatabase, rounds: number) {
  const { db } = database;
  const gather = createGatherDigest({
    reviews: createDigestReviews(db),
    settings: createSettingsStore({ db, clock: { now: () => new Date() } }),
    rules: RULES,
  });
  const build = () => gather(MEASURED, EIGHT_WEEKS, 'UTC');
  const recount = () => sqlRecount(database, MEASURED, EIGHT_WEEKS);
  sameCounts(await build(), await recount());
  const times: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const [index, work] of [build, recount].entries()) {
      const from = nowMs();
      await work();
      if (round >= 0) times[index]?.push(nowMs() - from);
    }
  }
  return { digest: times[0], recount: times[1] };
}

/** Both must have counted the same, or their times say nothing. Throws otherwise. */
function sameCounts({ drafts, faults, missing }: DigestFigures, recounted: readonly Recounted[]): void {
  const counts = Object.groupBy(recounted, ({ rule }) => rule ?? 'drafts');
  for (const { rule, drafts: told } of [{ rule: 'drafts', drafts }, ...faults, ...missing]) {
    const counted = counts[rule]?.reduce((sum, count) => sum + count.drafts, 0);
    if (counted !== told) throw new Error(`the digest tells ${told} of ${rule}, the recount ${counted}`);
  }
}

interface EmptyStore {
  readonly database: OpenDatabase;
  /** Filling takes longer than the bot lets a statement run. */
  readonly fill: (work: (filling: Kysely<Tables>) => Promise<void>) => Promise<void>;
}

type Open = () => Promise<EmptyStore>;
type Measure = (open: Open) => Promise<void>;

async function onSqlite(measure: Measure): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'apology-bench-'));
  let stores = 0;
  try {
    await measure(async () => {
      stores += 1;
      const dataDir = join(folder, `${stores}`);
      const database = await openDatabase({ databaseUrl: undefined, dataDir, onError: raise });
      return { database, fill: (work) => work(database.db) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(measure: Measure): Promise<void> {
  const server = await postgresIfThere();
  if (server === undefined) return;
  try {
    await measure(async () => {
      const databaseUrl = await server.createDatabase();
      return {
        database: await openDatabase({ databaseUrl, dataDir: '', onError: raise }),
        async fill(work) {
          const pool = new pg.Pool({ connectionString: databaseUrl });
          const filling = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
          await work(filling).finally(() => filling.destroy());
        },
      };
    });
  } finally {
    await server.remove();
  }
}

const raise = (error: unknown): never => {
  throw error;
};
