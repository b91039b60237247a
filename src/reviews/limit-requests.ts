import { AppError } from '../errors.ts';
import type { Clock, Person, ReviewKey, ReviewStore } from './ports.ts';

/** Requests are counted over so long a time, in ms. */
const WINDOW_MS = 10 * 60 * 1000;

/** How many drafts may be sent within ten minutes. */
export interface RequestLimits {
  readonly perPerson: number;
  readonly perWorkspace: number;
}

/** More drafts came than are read within ten minutes. Nothing was kept of this one. */
export class TooManyRequestsError extends AppError {
  readonly code = 'too_many_requests';
  readonly userMessage: string;

  constructor(of: 'person' | 'workspace', most: number) {
    super(`over the limit of ${most} requests of a ${of}`);
    const who = of === 'person' ? 'You have' : 'All of you in this workspace have together';
    this.userMessage = `${who} sent me ${most} drafts within ten minutes, and that is as many as I take. Please send this one again in a few minutes.`;
  }
}

interface Deps {
  readonly reviews: Pick<ReviewStore, 'askedSince' | 'progress'>;
  readonly clock: Clock;
  readonly limits: RequestLimits;
}

/**
 * Throws TooManyRequestsError for a request that is one too many, and StoreUnavailableError. Requests are counted
 * where they are kept, so the limits hold for all processes together; of requests that come at once a few may be
 * over.
 */
export type LimitRequests = (request: Person & ReviewKey) => Promise<void>;

export const createLimitRequests =
  ({ reviews, clock, limits }: Deps): LimitRequests =>
  async (request) => {
    const since = new Date(clock.now().getTime() - WINDOW_MS).toISOString();
    const { perPerson, perWorkspace } = limits;
    const asked = await reviews.askedSince(request, since, limits);
    const tooMany =
      asked.byPerson >= perPerson
        ? new TooManyRequestsError('person', perPerson)
        : asked.inWorkspace >= perWorkspace
          ? new TooManyRequestsError('workspace', perWorkspace)
          : undefined;
    // What is delivered again was counted already.
    if (tooMany && (await reviews.progress(request)) === undefined) throw tooMany;
  };
