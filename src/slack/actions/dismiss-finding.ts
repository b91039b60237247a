import type { Rule } from '../../evaluator/rule.ts';
import type { DismissFinding } from '../../reviews/dismiss-finding.ts';
import { revisionIn } from '../reply-revision.ts';
import { stateIn } from '../review-state.ts';
import { tellPrivately } from '../tell-privately.ts';
import { updateMessage } from '../update-message.ts';
import { notedMessage } from '../views/noted-message.ts';
import { updatedReply } from '../views/updated-reply.ts';
import type { ActionArgs } from './action-args.ts';
import { pressedButton, reviewKey } from './pressed-button.ts';

/** "Not an issue here", or its undo: the reply says so and is scored again. */
export const onDismissFinding =
  (dismissFinding: DismissFinding, rules: readonly Rule[], dismissed: boolean) =>
  async ({ ack, body, action, client, context }: ActionArgs): Promise<void> => {
    await ack();
    const pressed = pressedButton(body, action);
    const { reviewId, detail: rule, message } = pressed;
    const judged = message && stateIn(message.blocks, rules);
    // What one person alone sees is never edited, so any press on it counts.
    const revision = message && revisionIn(message.blocks);
    const rejudged = await dismissFinding({
      review: reviewKey(context, reviewId),
      rule,
      dismissed,
      judged,
      revision,
    });
    if (!message || !rejudged) {
      const title = rules.find(({ id }) => id === rule)?.title ?? '';
      await tellPrivately(pressed, notedMessage({ reviewId, rule, title, dismissed, isPrivate: !message }));
      return;
    }
    await updateMessage(
      client,
      pressed,
      message,
      updatedReply(message.blocks, rejudged, { reviewId, rules }),
    );
  };
