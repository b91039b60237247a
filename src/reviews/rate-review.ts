import type { Feedback, PostedReviews, ReviewKey } from './ports.ts';

/** Keeps whether a review helped: `noted-before` for a second click. Throws StoreUnavailableError. */
export type RateReview = (
  review: ReviewKey,
  feedback: Feedback,
) => Promise<'noted' | 'noted-before' | undefined>;

export const createRateReview =
  (reviews: Pick<PostedReviews, 'rate'>): RateReview =>
  (review, feedback) =>
    reviews.rate(review, feedback);
