import { DraftTooLongError, EmptyDraftError, MAX_DRAFT } from '../errors.ts';
import type { Clock, ReviewRequest, ReviewStore } from './ports.ts';

/** A request as a listener reads it from Slack; the time is added here. */
export type NewRequest = Omit<ReviewRequest, 'requestedAt'>;

/**
 * Keeps a request and the job that will answer it; once it resolves the request may be acknowledged.
 * Throws EmptyDraftError, DraftTooLongError or StoreUnavailableError: then nothing was kept.
 */
export type AcceptReview = (request: NewRequest) => Promise<'accepted' | 'duplicate'>;

interface Deps {
  readonly store: Pick<ReviewStore, 'accept'>;
  readonly clock: Clock;
}

export function createAcceptReview({ store, clock }: Deps): AcceptReview {
  return async (request) => {
    if (request.draft.length > MAX_DRAFT) throw new DraftTooLongError(request.draft.length);
    if (request.draft.trim() === '') throw new EmptyDraftError();
    return store.accept({ ...request, requestedAt: clock.now().toISOString() });
  };
}
