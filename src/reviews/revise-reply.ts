import { AppError } from '../errors.ts';
import type { Context } from '../evaluator/context.ts';
import { ReviewForgottenError } from './errors.ts';
import type { Replies, ReplyPlace, RevisionStore, Standing } from './ports.ts';
import { requestProfile } from './request-profile.ts';
import { createReviewHere, type ReviewHereDeps } from './review-here.ts';
import { reviewRecord } from './review-record.ts';

export interface Edit {
  readonly reviewId: string;
  /** The revision that the person started from. */
  readonly revision: number;
  readonly place: ReplyPlace;
  readonly draft: string;
  readonly context: Context;
}

const COPY_IT = 'Copy your text from here and send it to me with /apology-check.';

/** What became of an edit. Nothing of another person's is ever written over unseen. */
export type Revised =
  | { readonly kind: 'revised' }
  /** Somebody else was faster; the reply stands at what they made of it. */
  | { readonly kind: 'changed'; readonly standing: Standing }
  /** Slack did not take the change, for a reason the person can be told; all is as it was. */
  | { readonly kind: 'refused'; readonly error: AppError };

/**
 * Reviews an edited draft and lets the reply in the thread say so. Throws EmptyDraftError,
 * DraftTooLongError, ReviewForgottenError or StoreUnavailableError: then nothing was changed.
 */
export type ReviseReply = (edit: Edit) => Promise<Revised>;

interface Deps extends ReviewHereDeps {
  readonly store: RevisionStore;
  readonly replies: Pick<Replies, 'update'>;
}

export function createReviseReply({ store, replies, ...deps }: Deps): ReviseReply {
  const reviewHere = createReviewHere(deps);
  return async ({ reviewId, revision, place, draft, context: given }) => {
    const here = await reviewHere(place);
    const review = await here.review(draft, given);
    const context = here.known(given);
    const record = reviewRecord(review, requestProfile({ draft, context }));
    const key = { id: reviewId, teamId: place.teamId, enterpriseId: place.enterpriseId };
    // The row first: whoever loses there must not reach Slack.
    const takeBack = await store.revise(key, revision, record);
    if (takeBack === 'changed') {
      const standing = await store.standing(key);
      if (standing === undefined) throw new ReviewForgottenError(COPY_IT);
      return { kind: 'changed', standing };
    }
    try {
      await replies.update({ ...place, reviewId, revision: revision + 1 }, { draft, context, review });
      return { kind: 'revised' };
    } catch (error) {
      // The reply still says what it said, so what is kept of it has to say the same.
      await takeBack();
      if (!(error instanceof AppError)) throw error;
      return { kind: 'refused', error };
    }
  };
}
