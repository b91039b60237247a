import { afterEach } from 'vitest';
import type { OpenStore } from '../../src/adapters/open-store.ts';
import type { RetryPolicy } from '../../src/adapters/queue/retry-policy.ts';
import type { Clock, JobRunner, PostedReviews, ReviewStore } from '../../src/reviews/ports.ts';

/** What a contract opens: a store and the jobs that come from it. */
export interface Opened {
  readonly store: ReviewStore & PostedReviews;
  readonly jobs: JobRunner;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly policy?: RetryPolicy;
  readonly concurrency?: number;
  readonly clock?: Clock;
  readonly onError?: (error: unknown) => void;
}

/** Where an adapter keeps its data. Opened again, it still holds them. */
export interface Place {
  open(options?: OpenOptions): Promise<OpenStore>;
  /** Everything that is kept there, as one text. */
  contents(): Promise<string>;
  /** Runs a statement behind the adapter's back. */
  execute(statement: string): Promise<void>;
  /** How another process finds the place. */
  readonly address: { readonly databaseUrl: string | undefined; readonly dataDir: string };
}

export type Open = (options?: OpenOptions) => Promise<Opened>;

/** Like `open`, and whatever it opens ends with the test. */
export function closedAfterEach(open: Open): Open {
  const opened: Opened[] = [];
  afterEach(async () => {
    for (const { jobs, close } of opened.splice(0)) {
      await jobs.stop(0);
      await close();
    }
  });
  return async (options) => {
    const one = await open(options);
    opened.push(one);
    return one;
  };
}

/** Less than the half minute after which an idle runner looks by itself. */
export const SOON = { timeout: 20_000, interval: 10 };

export const never = async (): Promise<void> => {
  throw new Error('not expected');
};

/** Three tries with next to no wait. */
export const QUICK: RetryPolicy = { tries: 3, firstDelayMs: 5, longestDelayMs: 20, longestRunMs: 900_000 };

/** Waits that no test lives to see the end of. */
export const PATIENT: RetryPolicy = { ...QUICK, firstDelayMs: 3_600_000, longestDelayMs: 3_600_000 };
