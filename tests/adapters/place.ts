import type { RetryPolicy } from '../../src/adapters/queue/retry-policy.ts';
import type { JobRunner, ReviewRequest, ReviewStore } from '../../src/reviews/ports.ts';

/** What a contract opens: a store and the jobs that come from it. */
export interface Opened {
  readonly store: ReviewStore;
  readonly jobs: JobRunner;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly policy?: RetryPolicy;
  readonly concurrency?: number;
  readonly onError?: (error: unknown) => void;
}

/** Where an adapter keeps its data. Opened again, it still holds them. */
export interface Place {
  open(options?: OpenOptions): Promise<Opened>;
  /** Everything that is kept there, as one text. */
  contents(): Promise<string>;
  /** Runs a statement behind the adapter's back. */
  execute(statement: string): Promise<void>;
  /** How another process finds the place. */
  readonly address: { readonly databaseUrl: string | undefined; readonly dataDir: string };
}

export const HASH_KEY = new Uint8Array(32).fill(7);

/** Three tries with next to no wait. */
export const QUICK: RetryPolicy = { tries: 3, firstDelayMs: 5, longestDelayMs: 20, longestRunMs: 900_000 };

/** Waits that no test lives to see the end of. */
export const PATIENT: RetryPolicy = { ...QUICK, firstDelayMs: 3_600_000, longestDelayMs: 3_600_000 };

export const exampleRequest = (change: Partial<ReviewRequest> = {}): ReviewRequest => ({
  id: '4f6f2a0e-0000-8000-8000-000000000001',
  teamId: 'T0001',
  enterpriseId: undefined,
  channelId: 'C0001',
  userId: 'U0001',
  source: 'command',
  draft: 'Dear Ms Okafor, we sent your parcel to the wrong address on Monday. I am sorry.',
  context: { channel: 'email', fault: 'ours', authority: ['free return'] },
  visibility: 'thread',
  threadTs: undefined,
  responseUrl: 'https://hooks.slack.test/commands/1',
  requestedAt: '2026-03-02T09:30:00.000Z',
  ...change,
});

export const exampleRequests = (count: number): ReviewRequest[] =>
  Array.from({ length: count }, (_, index) => exampleRequest({ id: `review-${index}` }));
