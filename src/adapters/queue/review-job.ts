import { z } from 'zod';
import { contextSchema } from '../../evaluator/context-schema.ts';
import type { ReviewRequest } from '../../reviews/ports.ts';

export const REVIEW_QUEUE = 'review';

const stored = z.object({
  id: z.string().min(1),
  teamId: z.string().optional(),
  enterpriseId: z.string().optional(),
  channelId: z.string().min(1),
  userId: z.string().min(1),
  source: z.enum(['command', 'message-shortcut', 'modal', 'mention']),
  draft: z.string(),
  context: contextSchema,
  visibility: z.enum(['thread', 'private']),
  byColleague: z.boolean().optional(),
  privateBecause: z.enum(['channel', 'colleague', 'outsiders']).optional(),
  threadTs: z.string().optional(),
  responseUrl: z.string().optional(),
  requestedAt: z.iso.datetime(),
});

/** Reads a request as a queue gives it back. Throws ZodError, whose text holds no value. */
export function parseReviewJob(payload: unknown): ReviewRequest {
  const { teamId, enterpriseId, threadTs, responseUrl, ...rest } = stored.parse(payload);
  return { ...rest, teamId, enterpriseId, threadTs, responseUrl };
}
