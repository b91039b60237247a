import type { Rule } from '../../src/evaluator/rule.ts';
import { createDeleteReview } from '../../src/reviews/delete-review.ts';
import { createDismissFinding } from '../../src/reviews/dismiss-finding.ts';
import type { PostedReviews, ReviewStore } from '../../src/reviews/ports.ts';
import { createRateReview } from '../../src/reviews/rate-review.ts';
import { createModeration } from '../../src/slack/moderation.ts';
import type { ClientFor } from '../../src/slack/team-clients.ts';

/** What the buttons of a reply do, over this store. */
export const replyUseCases = (
  reviews: ReviewStore & PostedReviews,
  clientFor: ClientFor,
  rules: readonly Rule[],
) => ({
  dismissFinding: createDismissFinding({ reviews, rules }),
  deleteReview: createDeleteReview({ reviews, moderation: createModeration(clientFor) }),
  rateReview: createRateReview(reviews),
});

const never = () => Promise.reject(new Error('never reached'));

/** For an app whose buttons nobody presses. */
export const NO_REPLIES = { dismissFinding: never, deleteReview: never, rateReview: never };
