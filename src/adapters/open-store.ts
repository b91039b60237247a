import { join } from 'node:path';
import { sql } from 'kysely';
import type { DigestReviews, DigestStore } from '../reviews/digests/ports.ts';
import type { Erasure } from '../reviews/erasure.ts';
import { StoreUnavailableError } from '../reviews/errors.ts';
import type { UsedLinks } from '../reviews/installations.ts';
import type {
  Clock,
  JobRunner,
  ModelSwitches,
  PostedReviews,
  ReviewRequest,
  ReviewStore,
  SettingsStore,
} from '../reviews/ports.ts';
import { DIGEST_QUEUE, type DigestJob, parseDigestJob } from './queue/digest-job.ts';
import type { JobQueue } from './queue/job-queue.ts';
import { endPgBoss, startPgBoss } from './queue/pgboss.ts';
import { createPgBossJobs } from './queue/pgboss-jobs.ts';
import { RETRY_POLICY, type RetryPolicy } from './queue/retry-policy.ts';
import { parseReviewJob, REVIEW_QUEUE } from './queue/review-job.ts';
import { createSqliteJobs } from './queue/sqlite-jobs.ts';
import { createDigestReviews } from './storage/digest-reviews.ts';
import { createDigestStore } from './storage/digest-store.ts';
import { eraseTraces } from './storage/erase-traces.ts';
import { createErasure } from './storage/erasure.ts';
import { CannotOpenDatabaseError } from './storage/errors.ts';
import { lockFile } from './storage/file-lock.ts';
import { createInstallationStore, type InstallationStore } from './storage/installation-store.ts';
import { createKeyedHashes } from './storage/keyed-hashes.ts';
import { createKeyring } from './storage/keyring.ts';
import { createModelSwitches } from './storage/model-switches.ts';
import { type OpenDatabase, openDatabase } from './storage/open-database.ts';
import { createReviewStore } from './storage/review-store.ts';
import { createSettingsStore } from './storage/settings-store.ts';
import { createUsedLinks } from './storage/used-links.ts';

/**
 * Jobs that one process runs at once, most of the time awaiting Slack. On SQLite this one process has to cope with
 * a Slack that takes seconds; on Postgres every lane asks the database by itself, and more processes do more.
 */
const CONCURRENCY = { sqlite: 32, postgres: 8 };
/** Digests are in no hurry, and reviews are to come first. */
const DIGEST_CONCURRENCY = 2;
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
  readonly modelSwitches: ModelSwitches;
  readonly installations: InstallationStore;
  readonly usedLinks: UsedLinks;
  readonly erasure: Erasure;
  readonly digests: DigestStore;
  readonly digestReviews: DigestReviews;
  readonly jobs: JobRunner;
  readonly digestJobs: JobRunner<DigestJob>;
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
  const { db, writer } = database;
  const { jobs, digestJobs, end } = await openQueues(database, { ...options, clock });
  return {
    store: createReviewStore({ db, writer, jobs, hashes, clock }),
    settings: createSettingsStore({ db, clock }),
    modelSwitches: createModelSwitches({ db, clock }),
    digests: createDigestStore({ db, jobs: digestJobs, clock }),
    digestReviews: createDigestReviews(db),
    installations: createInstallationStore({ db: db, keyring, clock }),
    usedLinks: createUsedLinks({ db: db, clock }),
    erasure: createErasure({
      ...{ db: db, jobs, hashes, clock },
      eraseTraces: async () => database.kind === 'sqlite' && eraseTraces(db),
    }),
    jobs,
    digestJobs,
    async ready() {
      await sql`select count(*) from reviews where id = ''`.execute(db).catch((cause: unknown) => {
        throw new StoreUnavailableError(cause);
      });
    },
    async close() {
      await Promise.all([jobs.stop(0), digestJobs.stop(0)]);
      await end();
      await database.close();
    },
  };
}

interface OpenQueues {
  readonly jobs: JobQueue<ReviewRequest>;
  readonly digestJobs: JobQueue<DigestJob>;
  end(): Promise<void>;
}

async function openQueues(
  { db, writer, close }: OpenDatabase,
  { databaseUrl, dataDir, clock, onError, ...rest }: StoreOptions & { readonly clock: Clock },
): Promise<OpenQueues> {
  const { policy = RETRY_POLICY } = rest;
  const { concurrency = CONCURRENCY[databaseUrl === undefined ? 'sqlite' : 'postgres'] } = rest;
  const shared = { db, writer, clock, onError, policy };
  const reviews = { ...shared, name: REVIEW_QUEUE, parse: parseReviewJob, concurrency };
  const digests = { ...shared, name: DIGEST_QUEUE, parse: parseDigestJob, concurrency: DIGEST_CONCURRENCY };
  if (databaseUrl === undefined) {
    const lock = (name: string) => () => lockFile(join(dataDir, `${name}.lock`), TAKE_OVER_PATIENCE_MS);
    return {
      jobs: createSqliteJobs({ ...reviews, lock: lock(REVIEW_QUEUE) }),
      digestJobs: createSqliteJobs({ ...digests, lock: lock(DIGEST_QUEUE) }),
      end: async () => undefined,
    };
  }
  try {
    const boss = await startPgBoss(databaseUrl, onError);
    const jobs = await createPgBossJobs({ ...reviews, boss });
    const digestJobs = await createPgBossJobs({ ...digests, boss });
    return { jobs, digestJobs, end: () => endPgBoss(boss, onError) };
  } catch (error) {
    await close();
    throw new CannotOpenDatabaseError('postgres', error);
  }
}
