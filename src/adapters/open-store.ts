import { join } from 'node:path';
import { sql } from 'kysely';
import type { Erasure } from '../reviews/erasure.ts';
import { StoreUnavailableError } from '../reviews/errors.ts';
import type { UsedLinks } from '../reviews/installations.ts';
import type {
  Clock,
  JobRunner,
  PostedReviews,
  ReviewRequest,
  ReviewStore,
  SettingsStore,
} from '../reviews/ports.ts';
import type { JobQueue } from './queue/job-queue.ts';
import { endPgBoss, startPgBoss } from './queue/pgboss.ts';
import { createPgBossJobs } from './queue/pgboss-jobs.ts';
import { RETRY_POLICY, type RetryPolicy } from './queue/retry-policy.ts';
import { parseReviewJob, REVIEW_QUEUE } from './queue/review-job.ts';
import { createSqliteJobs } from './queue/sqlite-jobs.ts';
import { eraseTraces } from './storage/erase-traces.ts';
import { createErasure } from './storage/erasure.ts';
import { CannotOpenDatabaseError } from './storage/errors.ts';
import { lockFile } from './storage/file-lock.ts';
import { createInstallationStore, type InstallationStore } from './storage/installation-store.ts';
import { createKeyedHashes } from './storage/keyed-hashes.ts';
import { createKeyring } from './storage/keyring.ts';
import { type OpenDatabase, openDatabase } from './storage/open-database.ts';
import { createReviewStore } from './storage/review-store.ts';
import { createSettingsStore } from './storage/settings-store.ts';
import { createUsedLinks } from './storage/used-links.ts';

/** Jobs that one process runs at once. */
const CONCURRENCY = 8;
/** A restart may overlap with the process it replaces by as much as that takes to stop, in ms. */
const TAKE_OVER_PATIENCE_MS = 30_000;

export interface StoreOptions {
  /** Postgres, for many processes; `undefined` means SQLite in `dataDir`, for one. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** At least 32 bytes; with another key nobody is recognised any more. */
  readonly hashKey: Uint8Array;
  /** Of 32 bytes each, for installations: the first encrypts, all decrypt. Unset where there are none. */
  readonly encryptionKeys?: readonly Uint8Array[];
  /** Hears of failures in the background. Gets no draft. */
  readonly onError: (error: unknown) => void;
  readonly clock?: Clock;
  readonly policy?: RetryPolicy;
  readonly concurrency?: number;
}

export interface OpenStore {
  readonly store: ReviewStore & PostedReviews;
  readonly settings: SettingsStore;
  readonly installations: InstallationStore;
  readonly usedLinks: UsedLinks;
  readonly erasure: Erasure;
  readonly jobs: JobRunner;
  /** Throws StoreUnavailableError when the database does not answer. */
  ready(): Promise<void>;
  /** Ends all connections. Jobs that still run are handed back at once: `stop` them first. */
  close(): Promise<void>;
}

/** Throws CannotOpenDatabaseError, DatabaseTooNewError or DataDirInUseError, and RangeError for a short key. */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const hashes = createKeyedHashes(options.hashKey);
  const keyring = createKeyring(options.encryptionKeys ?? []);
  const clock = options.clock ?? { now: () => new Date() };
  const database = await openDatabase(options);
  const { jobs, end } = await openQueue(database, { ...options, clock });
  return {
    store: createReviewStore({ db: database.db, jobs, hashes, clock }),
    settings: createSettingsStore({ db: database.db, clock }),
    installations: createInstallationStore({ db: database.db, keyring, clock }),
    usedLinks: createUsedLinks({ db: database.db, clock }),
    erasure: createErasure({
      ...{ db: database.db, jobs, hashes, clock },
      eraseTraces: async () => database.kind === 'sqlite' && eraseTraces(database.db),
    }),
    jobs,
    async ready() {
      await sql`select count(*) from reviews where id = ''`.execute(database.db).catch((cause: unknown) => {
        throw new StoreUnavailableError(cause);
      });
    },
    async close() {
      await jobs.stop(0);
      await end();
      await database.close();
    },
  };
}

interface OpenQueue {
  readonly jobs: JobQueue<ReviewRequest>;
  end(): Promise<void>;
}

async function openQueue(
  { db, close }: OpenDatabase,
  { databaseUrl, dataDir, clock, onError, ...rest }: StoreOptions & { readonly clock: Clock },
): Promise<OpenQueue> {
  const { policy = RETRY_POLICY, concurrency = CONCURRENCY } = rest;
  const queue = { db, name: REVIEW_QUEUE, parse: parseReviewJob, concurrency, onError, policy };
  if (databaseUrl === undefined) {
    const lock = () => lockFile(join(dataDir, `${REVIEW_QUEUE}.lock`), TAKE_OVER_PATIENCE_MS);
    return { jobs: createSqliteJobs({ ...queue, clock, lock }), end: async () => undefined };
  }
  try {
    const boss = await startPgBoss(databaseUrl, onError);
    const jobs = await createPgBossJobs({ ...queue, boss });
    return { jobs, end: () => endPgBoss(boss, onError) };
  } catch (error) {
    await close();
    throw new CannotOpenDatabaseError('postgres', error);
  }
}
