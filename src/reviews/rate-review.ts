import type { Feedback, PostedReviews, ReviewKey } from './ports.ts';

/** Keeps whether a review helped. Throws StoreUnavailableError. */
export type RateReview = (review: ReviewKey, feedback: Feedback) => Promise<void>;

export const createRateReview =
  (reviews: Pick<PostedReviews, 'rate'>): RateReview =>
  (review, feedback) =>
    reviews.rate(review, feedback);
