import type { Context } from './context.ts';
import type { Review } from './review.ts';

export interface ReviewOptions {
  /** Leave out the rewrite. */
  readonly rewrite?: boolean;
  /** The time of the review, ISO 8601; needed for the `late` advisory only. */
  readonly now?: string;
  /** Ends the wait for an engine that asks others. The rules need no time worth ending. */
  readonly signal?: AbortSignal;
}

/**
 * Something that reads drafts. The name says who really read it (`rules`, or a model's).
 * Throws EmptyDraftError or DraftTooLongError, and EngineUnavailableError where it asks others.
 */
export interface Engine {
  readonly name: string;
  review(text: string, context: Context, options?: ReviewOptions): Promise<Review>;
}
