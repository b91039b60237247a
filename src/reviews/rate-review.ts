import type { Feedback, PostedReviews } from './ports.ts';

/** Keeps whether a review helped. Throws StoreUnavailableError. */
export type RateReview = (reviewId: string, feedback: Feedback) => Promise<void>;

export const createRateReview =
  (reviews: Pick<PostedReviews, 'rate'>): RateReview =>
  (reviewId, feedback) =>
    reviews.rate(reviewId, feedback);
