import type { DeleteReview } from '../../reviews/delete-review.ts';
import { deleteOriginal } from '../response-url.ts';
import { tellPrivately } from '../tell-privately.ts';
import { failureMessage } from '../views/failure-message.ts';
import type { ActionArgs } from './action-args.ts';
import { pressedButton } from './pressed-button.ts';

const NOT_THEIRS =
  'Only the person who asked for this review can delete it, or someone who looks after this workspace. If it should go, ask one of them.';

/** "Delete", once Slack's own dialog was confirmed. */
export const onDeleteReview =
  (deleteReview: DeleteReview) =>
  async ({ ack, body, action, context }: ActionArgs): Promise<void> => {
    await ack();
    const pressed = pressedButton(body, action);
    const { reviewId, userId, message } = pressed;
    const by = { teamId: context.teamId, enterpriseId: context.enterpriseId, userId };
    const outcome = await deleteReview({ reviewId, by, reply: message });
    if (outcome === 'not-theirs') await tellPrivately(pressed, failureMessage(NOT_THEIRS));
    else if (!message && pressed.responseUrl !== undefined) await deleteOriginal(pressed.responseUrl);
  };
