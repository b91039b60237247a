import type { AcceptReview } from '../../reviews/accept-review.ts';
import { checkMessage } from './check-message.ts';

/** "Check it just for me" on a message: nobody else sees the answer. */
export const onCheckApologyPrivate = (acceptReview: AcceptReview) => checkMessage(acceptReview, 'private');
