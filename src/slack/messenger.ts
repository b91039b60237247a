import type { Logger } from '@slack/web-api';
import type { Rule } from '../evaluator/rule.ts';
import { RULES } from '../evaluator/rules/index.ts';
import type { Clock, Conversation, ReviewRequest } from '../reviews/ports.ts';
import { requestProfile } from '../reviews/request-profile.ts';
import { asCannotPost, mayPass, slackCode } from './cannot-post.ts';
import { describeError } from './describe-error.ts';
import { findMessage } from './find-message.ts';
import { createPauses } from './pauses.ts';
import { postMessage, shown, tracesOf, type Where } from './post-message.ts';
import { respondPrivately } from './response-url.ts';
import { sendMessage } from './send-message.ts';
import type { ClientFor } from './team-clients.ts';
import { failureMessage } from './views/failure-message.ts';
import type { Message } from './views/message.ts';
import { parentMessage } from './views/parent-message.ts';
import { ASKED_BY_ANOTHER, reviewMessage } from './views/review-message.ts';

/** Slack takes one message a second in a channel, and a review may be two, in ms. */
const APART_MS = 2000;

interface Deps {
  readonly clientFor: ClientFor;
  readonly logger: Pick<Logger, 'error'>;
  readonly clock: Clock;
  readonly rules?: readonly Rule[];
}

/** The conversation port over Slack's Web API. */
export function createMessenger({ clientFor, logger, clock, rules = RULES }: Deps): Conversation {
  const pauses = createPauses(clock, APART_MS);
  /** Where Slack wants to hear no more in a channel for a while, only that channel waits. */
  const post = (request: ReviewRequest, message: Message, where: Omit<Where, 'channel'>): Promise<string> => {
    const { teamId, enterpriseId, channelId } = request;
    const place = `${teamId ?? enterpriseId ?? ''} ${channelId}`;
    return pauses.heeding(place, async () =>
      postMessage(await clientFor(request), message, { channel: channelId, ...where }),
    );
  };
  return {
    async postParent(request) {
      return post(request, parentMessage(request.userId, request.draft), traces(request, 'request'));
    },

    async postReply(request, review, threadTs) {
      const message = reviewMessage(review, {
        draft: request.draft,
        profile: requestProfile(request),
        rules,
        reviewId: request.id,
        because: request.byColleague ? ASKED_BY_ANOTHER : undefined,
      });
      return post(request, message, { thread_ts: threadTs, ...traces(request, 'review') });
    },

    async findPosted(request, threadTs) {
      const { channelId: channel, requestedAt } = request;
      const where =
        threadTs === undefined
          ? traces(request, 'request')
          : { thread_ts: threadTs, ...traces(request, 'review') };
      return findMessage(await clientFor(request), { channel, ...where }, requestedAt);
    },

    async showPrivately(request, review, because) {
      const { draft } = request;
      await showTo(
        request,
        reviewMessage(review, {
          draft,
          profile: requestProfile(request),
          because,
          rules,
          reviewId: request.id,
        }),
      );
    },

    async apologise(request, message) {
      // A message that the shortcut was used on, or a mention, still stands in Slack; every other draft would be lost.
      const stands = request.source === 'message-shortcut' || request.source === 'mention';
      const draft = stands ? undefined : request.draft;
      try {
        await showTo(request, failureMessage(message, draft));
      } catch (error) {
        if (mayPass(error)) throw error;
        logger.error('a person could not be told of a failure', {
          reviewId: request.id,
          ...describeError(error),
        });
      }
    },
  };

  /**
   * To one person: by response_url, else as an ephemeral message, else as a direct message from the bot.
   * Throws CannotPostError when every way is closed, and what Slack threw when a later attempt may help.
   */
  async function showTo(request: ReviewRequest, message: Message): Promise<void> {
    if (request.responseUrl !== undefined && (await respondPrivately(request.responseUrl, message))) return;
    const client = await clientFor(request);
    const { userId: user, channelId: channel, threadTs } = request;
    try {
      await sendMessage(message, ({ text, blocks }) =>
        client.chat.postEphemeral({
          channel,
          user,
          text,
          ...shown(blocks),
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        }),
      );
    } catch (error) {
      if (slackCode(error) === undefined) throw asCannotPost(error);
      await postMessage(client, message, { channel: user });
    }
  }
}

const traces = ({ id }: ReviewRequest, part: 'request' | 'review') => tracesOf(part, { review_id: id });
