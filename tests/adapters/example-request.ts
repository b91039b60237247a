import type { ReviewRequest } from '../../src/reviews/ports.ts';

/** Keys that encrypt, the newest first. */
export const KEYS = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)] as const;
export const HASH_KEY = new Uint8Array(32).fill(7);

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
