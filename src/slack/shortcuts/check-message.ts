import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { AcceptReview } from '../../reviews/accept-review.ts';
import type { ReviewRequest } from '../../reviews/ports.ts';
import { reviewId } from '../../reviews/review-id.ts';
import { messageText } from '../message-text.ts';
import { isWithOutsiders } from '../outsiders.ts';

export type MessageShortcutArgs = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

const threadOf = z.looseObject({ thread_ts: z.string().optional() });

const isOfSomebodyElse = ({ message, user }: MessageShortcut): boolean =>
  message.user !== undefined && message.user !== user.id;

/**
 * A message shortcut with this visibility. The reply goes into the thread that the message belongs to,
 * whoever wrote it.
 */
export const checkMessage =
  (acceptReview: AcceptReview, visibility: ReviewRequest['visibility']) =>
  async ({ ack, shortcut, body, context }: MessageShortcutArgs): Promise<void> => {
    const request = {
      id: reviewId(context, shortcut.trigger_id),
      teamId: context.teamId,
      enterpriseId: context.enterpriseId,
      channelId: shortcut.channel.id,
      userId: shortcut.user.id,
      source: 'message-shortcut' as const,
      draft: messageText(shortcut.message),
      // The words stand in Slack but are meant for a customer; the rubric's profile for that is the e-mail's.
      context: { channel: 'slack_draft' as const },
      visibility,
      threadTs: threadOf.parse(shortcut.message).thread_ts ?? shortcut.message.ts,
      responseUrl: shortcut.response_url,
    };
    await acceptReview(request, {
      byColleague: isOfSomebodyElse(shortcut),
      withOutsiders: isWithOutsiders(body),
    });
    await ack();
  };
