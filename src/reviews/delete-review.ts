import { ReviewForgottenError } from './errors.ts';
import type { Moderation, Person, PostedReviews, ReviewStore } from './ports.ts';

export interface Deletion {
  readonly reviewId: string;
  readonly by: Person;
  /** The reply; `undefined` where only the person sees it, and Slack keeps nothing to delete. */
  readonly reply: { readonly channelId: string; readonly ts: string } | undefined;
}

/**
 * Takes a review out of Slack and out of the store, for the person who asked for it and for admins.
 * Throws ReviewForgottenError where nobody can tell any more who asked; CannotDeleteError or
 * StoreUnavailableError, and then it can be tried again.
 */
export type DeleteReview = (wish: Deletion) => Promise<'deleted' | 'not-theirs'>;

const ADMIN_CAN_DELETE = 'If my reply still stands, someone who looks after this workspace can delete it.';

interface Deps {
  readonly reviews: Pick<PostedReviews, 'isAskedBy' | 'forget'> & Pick<ReviewStore, 'progress'>;
  readonly moderation: Moderation;
}

export function createDeleteReview({ reviews, moderation }: Deps): DeleteReview {
  return async ({ reviewId, by, reply }) => {
    const { userId, ...workspace } = by;
    const review = { ...workspace, id: reviewId };
    const theirs = await reviews.isAskedBy(review, userId);
    if (!theirs && !(await moderation.isAdmin(by))) {
      // Such as by a second click on the button.
      if (theirs === undefined) throw new ReviewForgottenError(ADMIN_CAN_DELETE);
      return 'not-theirs';
    }
    if (reply) {
      // The parent first: as long as the reply stands, its button is there for another try.
      const parentTs = (await reviews.progress(review))?.parentTs;
      if (parentTs !== undefined) await moderation.remove({ ...reply, ts: parentTs }, by);
      await moderation.remove(reply, by);
    }
    await reviews.forget(review);
    return 'deleted';
  };
}
