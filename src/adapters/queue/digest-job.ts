import { z } from 'zod';

export const DIGEST_QUEUE = 'digest';

const stored = z.object({ digestId: z.string().min(1) });

/** A digest to be built and posted. */
export type DigestJob = Readonly<z.infer<typeof stored>>;

/** Reads a job as a queue gives it back. Throws ZodError. */
export const parseDigestJob = (payload: unknown): DigestJob => stored.parse(payload);
