import { DraftTooLongError, EmptyDraftError, MAX_DRAFT } from '../errors.ts';
import type { Clock, ReviewRequest, ReviewStore, SettingsStore } from './ports.ts';
import { type Circumstances, withChannelSettings } from './request-settings.ts';

/** A request as a listener reads it from Slack; the time and what its channel has settled are added here. */
export type NewRequest = Omit<ReviewRequest, 'requestedAt' | 'privateBecause' | 'byColleague'>;

/**
 * Keeps a request and the job that will answer it; once it resolves the request may be acknowledged.
 * Throws EmptyDraftError, DraftTooLongError or StoreUnavailableError: then nothing was kept.
 */
export type AcceptReview = (
  request: NewRequest,
  circumstances?: Circumstances,
) => Promise<'accepted' | 'duplicate'>;

interface Deps {
  readonly store: Pick<ReviewStore, 'accept'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly clock: Clock;
}

export function createAcceptReview({ store, settings, clock }: Deps): AcceptReview {
  return async (request, circumstances = {}) => {
    if (request.draft.length > MAX_DRAFT) throw new DraftTooLongError(request.draft.length);
    if (request.draft.trim() === '') throw new EmptyDraftError();
    const inForce = await settings.read(request);
    return store.accept({
      ...withChannelSettings(request, inForce.settings, circumstances),
      requestedAt: clock.now().toISOString(),
    });
  };
}
