import type { Feedback, PostedReviews } from './ports.ts';

/** Keeps whether a review helped: `noted-before` for a second click. Throws StoreUnavailableError. */
export type RateReview = (
  reviewId: string,
  feedback: Feedback,
) => Promise<'noted' | 'noted-before' | undefined>;

export const createRateReview =
  (reviews: Pick<PostedReviews, 'rate'>): RateReview =>
  (reviewId, feedback) =>
    reviews.rate(reviewId, feedback);
