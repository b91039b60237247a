import { DraftTooLongError, EmptyDraftError, MAX_DRAFT } from '../errors.ts';
import { StoreUnavailableError } from './errors.ts';
import type { LimitRequests } from './limit-requests.ts';
import type { Clock, ReviewRequest, ReviewStore, SettingsStore } from './ports.ts';
import { type Circumstances, withChannelSettings } from './request-settings.ts';
import { createTurns, type Turns } from './turns.ts';

/** A request as a listener reads it from Slack; the time and what its channel has settled are added here. */
export type NewRequest = Omit<ReviewRequest, 'requestedAt' | 'privateBecause' | 'byColleague'>;

/**
 * Keeps a request and the job that will answer it; once it resolves the request may be acknowledged.
 * Throws EmptyDraftError, DraftTooLongError, TooManyRequestsError or StoreUnavailableError: then nothing was kept.
 */
export type AcceptReview = (
  request: NewRequest,
  circumstances?: Circumstances,
) => Promise<'accepted' | 'duplicate'>;

/**
 * Slack waits for 3 s, from its sending to its hearing, in ms. Who gets no answer from the store by then is told
 * so, and gets the draft back.
 */
const BUDGET_MS = 2_000;

interface Deps {
  readonly store: Pick<ReviewStore, 'accept'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** Unset: any number of requests is accepted. */
  readonly limit?: LimitRequests | undefined;
  readonly clock: Clock;
  /** Shared with the jobs of this process; unset: there are none. */
  readonly turns?: Turns;
}

export function createAcceptReview({
  store,
  settings,
  limit,
  clock,
  turns = createTurns(),
}: Deps): AcceptReview {
  return async (request, circumstances = {}) => {
    if (request.draft.length > MAX_DRAFT) throw new DraftTooLongError(request.draft.length);
    if (request.draft.trim() === '') throw new EmptyDraftError();
    const deadline = AbortSignal.timeout(BUDGET_MS);
    return turns.before(() =>
      Promise.race([keep(request, circumstances, deadline), unavailableFrom(deadline)]),
    );
  };

  async function keep(request: NewRequest, circumstances: Circumstances, deadline: AbortSignal) {
    const [inForce] = await Promise.all([settings.read(request), limit?.(request)]);
    const whole = {
      ...withChannelSettings(request, inForce.settings, circumstances),
      requestedAt: clock.now().toISOString(),
    };
    // A commit that itself takes beyond the deadline can't be told from a failed one: then they are answered too.
    return store.accept(whole, deadline);
  }
}

/** Rejects with StoreUnavailableError once it is aborted. */
const unavailableFrom = (deadline: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    deadline.addEventListener('abort', () => reject(new StoreUnavailableError(deadline.reason)));
  });
