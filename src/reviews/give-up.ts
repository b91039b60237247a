import { AppError } from '../errors.ts';
import type { Conversation, ReviewRequest, ReviewStore } from './ports.ts';

/**
 * The end of a request that no attempt could answer: the person hears of it and gets the draft back. A throw
 * means that they could not be told yet: "try again later".
 */
export type GiveUp = (request: ReviewRequest, cause: unknown) => Promise<void>;

interface Deps {
  readonly store: Pick<ReviewStore, 'finish'>;
  readonly conversation: Pick<Conversation, 'apologise'>;
  /** Logs the cause; gets ids only. */
  readonly report: (cause: unknown, ids: { reviewId: string }) => void;
}

const UNEXPECTED =
  'I could not finish this review: something on my side went wrong, several times. Please try again in a few minutes.';

export function createGiveUp({ store, conversation, report }: Deps): GiveUp {
  return async (request, cause) => {
    report(cause, { reviewId: request.id });
    await conversation.apologise(request, cause instanceof AppError ? cause.userMessage : UNEXPECTED);
    await store.finish(request, undefined);
  };
}
