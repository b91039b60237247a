import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { AcceptReview } from '../../reviews/accept-review.ts';
import { reviewId } from '../../reviews/review-id.ts';
import { draftModal } from '../views/draft-modal.ts';
import { helpMessage } from '../views/help-message.ts';
import { readCommand } from './command-words.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/apology-check`: with a draft, `private` and a draft, `help`, or nothing (the form). */
export const onApologyCheck =
  (acceptReview: AcceptReview) =>
  async ({ ack, command, client, context }: Args): Promise<void> => {
    const wish = readCommand(command.text);
    switch (wish.kind) {
      case 'help':
        await ack({ response_type: 'ephemeral', ...helpMessage(wish.unknown) });
        return;
      case 'form':
        await ack();
        await client.views.open({
          trigger_id: command.trigger_id,
          view: draftModal({ channelId: command.channel_id, onlyMe: wish.onlyMe }),
        });
        return;
      case 'draft':
        await acceptReview({
          id: reviewId(context.teamId, command.trigger_id),
          teamId: context.teamId,
          enterpriseId: context.enterpriseId,
          channelId: command.channel_id,
          userId: command.user_id,
          source: 'command',
          draft: wish.draft,
          context: {},
          visibility: wish.visibility,
          threadTs: undefined,
          responseUrl: command.response_url,
        });
        // Only now: what is acknowledged is answered. Empty, because a public answer would show the command line.
        await ack();
    }
  };
