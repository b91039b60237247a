import type { DigestStore } from './ports.ts';

/** A digest that no try could bring about: what it held is told with the next one. */
export const createGiveUpDigest =
  (digests: Pick<DigestStore, 'finish'>, report: (cause: unknown, ids: object) => void) =>
  async ({ digestId }: { readonly digestId: string }, cause: unknown): Promise<void> => {
    report(cause, { digestId });
    await digests.finish(digestId, 'unposted');
  };
