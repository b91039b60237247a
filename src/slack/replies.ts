import type { Rule } from '../evaluator/rule.ts';
import { RULES } from '../evaluator/rules/index.ts';
import { CannotUpdateError } from '../reviews/errors.ts';
import type { Replies, ReplyPlace } from '../reviews/ports.ts';
import { requestProfile } from '../reviews/request-profile.ts';
import { slackCode } from './cannot-post.ts';
import type { ClientFor } from './team-clients.ts';
import { updateMessage } from './update-message.ts';
import type { Message } from './views/message.ts';
import { ASKED_BY_ANOTHER, reviewMessage } from './views/review-message.ts';

interface Deps {
  readonly clientFor: ClientFor;
  readonly rules?: readonly Rule[];
}

const KEPT = 'Your text is still here.';
const GONE = `The reply is no longer there, or can no longer be changed. ${KEPT} Copy it, or send it to me with /apology-check.`;
const CLOSED = `This conversation takes no changes from me any more. ${KEPT} Copy it before you close the form.`;
const LATER = `Slack did not take the change just now. ${KEPT} Please try again in a moment.`;

const LONG = `Together with its review this text is longer than a reply may be. ${KEPT} Copy it and post it as a message of its own; its menu has "Check this apology".`;

const REFUSALS: Readonly<Record<string, string>> = {
  message_not_found: GONE,
  thread_not_found: GONE,
  cant_update_message: GONE,
  edit_window_closed: GONE,
  msg_too_long: LONG,
  msg_blocks_too_long: LONG,
  channel_not_found: CLOSED,
  not_in_channel: CLOSED,
  is_archived: CLOSED,
  is_inactive: CLOSED,
  restricted_action: CLOSED,
  restricted_action_read_only_channel: CLOSED,
};

/** Replies in their threads, over Slack's Web API. */
export const createReplies = ({ clientFor, rules = RULES }: Deps): Replies => ({
  async update(reply, { draft, context, review }) {
    const profile = requestProfile({ draft, context });
    const { reviewId, revision } = reply;
    await show(clientFor, reply, reviewMessage(review, { draft, profile, rules, reviewId, revision }));
  },

  async reread(reply, request, review) {
    const { draft, byColleague } = request;
    const { reviewId, revision } = reply;
    const profile = requestProfile(request);
    const because = byColleague ? ASKED_BY_ANOTHER : undefined;
    const options = { draft, profile, rules, reviewId, revision, because, isEdited: false };
    await show(clientFor, reply, reviewMessage(review, options));
  },

  async link(place) {
    try {
      const client = await clientFor(place);
      const { permalink } = await client.chat.getPermalink({
        channel: place.channelId,
        message_ts: place.ts,
      });
      return permalink;
    } catch {
      return undefined;
    }
  },
});

/** Throws CannotUpdateError where Slack does not take all of it. */
async function show(clientFor: ClientFor, reply: ReplyPlace, message: Message): Promise<void> {
  try {
    await updateMessage(await clientFor(reply), {}, reply, message);
  } catch (error) {
    const cause = error instanceof CannotUpdateError ? error.cause : error;
    const code = slackCode(cause) ?? 'no answer';
    throw new CannotUpdateError(code, REFUSALS[code] ?? LATER, { cause });
  }
}
