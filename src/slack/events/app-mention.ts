import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { AcceptReview } from '../../reviews/accept-review.ts';
import { reviewId } from '../../reviews/review-id.ts';
import { isWithOutsiders } from '../outsiders.ts';
import { helpMessage } from '../views/help-message.ts';
import { readMention } from './mention-words.ts';

type Args = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;

/** The bot is mentioned: a draft after its name is answered in the thread, anything else with how to ask. */
export const onAppMention =
  (acceptReview: AcceptReview) =>
  async ({ event, body, client, context }: Args): Promise<void> => {
    const { user, channel, ts, thread_ts: threadTs } = event;
    // What bots say, the bot itself included, and what is changed afterwards ask for nothing.
    if (user === undefined || event.bot_id !== undefined || event.edited !== undefined) return;
    const wish = readMention(event.text, context.botUserId ?? '');
    if (wish.kind !== 'draft') {
      const { text, blocks } = helpMessage(...(wish.kind === 'help' ? [wish.unknown, wish.meant] : []));
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      await client.chat.postEphemeral({ channel, user, text, blocks, ...thread });
      return;
    }
    await acceptReview(
      {
        // The message, not the event: Slack may deliver it several times.
        id: reviewId(context, `${channel} ${ts}`),
        teamId: context.teamId,
        enterpriseId: context.enterpriseId,
        channelId: channel,
        userId: user,
        source: 'mention',
        draft: wish.draft,
        context: {},
        visibility: wish.visibility,
        threadTs: threadTs ?? ts,
        responseUrl: undefined,
      },
      { withOutsiders: isWithOutsiders(body) },
    );
  };
