import { z } from 'zod';
import type { RateReview } from '../../reviews/rate-review.ts';
import { tellPrivately } from '../tell-privately.ts';
import { failureMessage } from '../views/failure-message.ts';
import type { ActionArgs } from './action-args.ts';
import { pressedButton, reviewKey } from './pressed-button.ts';

const THANKS = {
  helpful: 'Thank you. It is good to know that this helped.',
  'not-helpful':
    'Thank you for saying so. If one of the points is wrong for this message, press "Not an issue here" below it.',
} as const;

const feedbackSchema = z.enum(['helpful', 'not-helpful']);

/** "Helpful" or "Not helpful", by Slack's own buttons or plain ones. */
export const onRateReview =
  (rateReview: RateReview) =>
  async ({ ack, body, action, context }: ActionArgs): Promise<void> => {
    await ack();
    const pressed = pressedButton(body, action);
    const feedback = feedbackSchema.parse(pressed.detail);
    // A double click is thanked for once.
    if ((await rateReview(reviewKey(context, pressed.reviewId), feedback)) === 'noted-before') return;
    await tellPrivately(pressed, failureMessage(THANKS[feedback]));
  };
