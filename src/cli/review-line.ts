import { z } from 'zod';
import { AppError } from '../errors.ts';
import { CHANNELS, type Context } from '../evaluator/context.ts';
import { contextSchema } from '../evaluator/context-schema.ts';
import type { ReviewOptions } from '../evaluator/engine.ts';
import { reviewDraft } from '../evaluator/evaluate.ts';
import type { Review } from '../evaluator/review.ts';
import { decode } from './read-input.ts';
import { schemaProblems } from './schema-problems.ts';

const idSchema = z.union([z.string(), z.number()]);

/** One line of `--jsonl`. Other fields are the caller's own and are not looked at. */
const lineSchema = z.object({
  id: idSchema,
  text: z.string(),
  channel: z.enum(CHANNELS).optional(),
  context: contextSchema.optional(),
});

type Id = z.infer<typeof idSchema>;

/** What goes out for one line. */
export type LineResult =
  | { readonly id: Id; readonly review: Review }
  | { readonly id: Id | null; readonly error: string };

/**
 * Reviews the draft on one line; `null` is a line too long to read. What the line says about channel and
 * context goes before `context`. Never throws for what the line holds.
 */
export function reviewLine(line: Uint8Array | null, context: Context, options: ReviewOptions): LineResult {
  let id: Id | null = null;
  try {
    if (line === null) return { id, error: 'The line is too long.' };
    const value: unknown = JSON.parse(decode(line));
    id = z.object({ id: idSchema }).safeParse(value).data?.id ?? null;
    const input = lineSchema.safeParse(value);
    if (!input.success) return { id, error: schemaProblems(input.error) };
    const { text, channel } = input.data;
    const full = { ...context, ...input.data.context, ...(channel === undefined ? {} : { channel }) };
    return { id: input.data.id, review: reviewDraft(text, full, options) };
  } catch (error) {
    if (error instanceof AppError) return { id, error: error.userMessage };
    // The parser's own message quotes the line, which may hold a draft.
    if (error instanceof SyntaxError) return { id, error: 'The line is not JSON.' };
    throw error;
  }
}
