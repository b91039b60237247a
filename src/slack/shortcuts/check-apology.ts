import type { AcceptReview } from '../../reviews/accept-review.ts';
import { checkMessage } from './check-message.ts';

/** "Check this apology" on a message: the reply goes into its thread. */
export const onCheckApology = (acceptReview: AcceptReview) => checkMessage(acceptReview, 'thread');
