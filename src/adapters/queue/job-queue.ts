import type { Expression, Kysely, RawBuilder, Transaction } from 'kysely';
import type { JobRunner } from '../../reviews/ports.ts';
import type { Tables } from '../storage/schema.ts';

export interface Job<T> {
  /** The same key twice is one job. */
  readonly key: string;
  /** Slack's team or organisation, so that its jobs can be told from others'. */
  readonly workspace: string;
  /** Plain data: it is stored as JSON, and gone when the job is done or dropped. */
  readonly payload: T;
  /** Not before. */
  readonly runAt: Date;
}

/** One named queue. Each job is worked off at least once; a job whose process dies comes back. */
export interface JobQueue<T> extends JobRunner<T> {
  /** Stored with the caller's transaction, and only if that commits. */
  enqueue(trx: Transaction<Tables>, job: Job<T>): Promise<void>;
  /**
   * One statement that stores a job with a row, if that is new: it gives something then, and nothing otherwise.
   * Unset where a statement costs next to nothing.
   */
  readonly withRow?:
    | ((job: Job<T>, insertRow: Expression<unknown>) => Promise<RawBuilder<unknown>>)
    | undefined;
  /**
   * Drops the job that runs with what the caller writes of its end. Unset where that is of no use: the queue drops
   * it by itself once its handler is done.
   */
  readonly end?: ((db: Kysely<Tables>, key: string) => Promise<void>) | undefined;
  /** To be called once that transaction is committed, so that nobody waits for the next look. */
  wake(): void;
  /** Jobs of this queue that are not done are dropped, with the caller's transaction. */
  drop(trx: Transaction<Tables>, keys: readonly string[]): Promise<void>;
  /** The jobs of a workspace are dropped, of whichever queue they are. */
  dropWorkspace(workspace: string): Promise<void>;
}

/** What every adapter needs to know of its queue. */
export interface QueueOptions<T> {
  /** Letters, digits and hyphens; permanent, as stored jobs carry it. */
  readonly name: string;
  /** Reads a payload that comes back; throws when it is not one. */
  readonly parse: (stored: unknown) => T;
  /** Jobs that this process runs at once. */
  readonly concurrency: number;
  /** Hears of failures that no caller is there to hear of: the database, a payload nobody can read. */
  readonly onError: (error: unknown) => void;
}

/** Why a job is given up when no error says so: its process died, or it never came to an end. */
export class CutOffError extends Error {
  constructor() {
    super('the last try was cut off before it came to an end');
  }
}
