import type { WebClient } from '@slack/web-api';
import { CannotPostError } from '../reviews/errors.ts';
import { asCannotPost } from './cannot-post.ts';
import { postMessage, shown } from './post-message.ts';
import { respondPrivately } from './response-url.ts';
import { sendMessage } from './send-message.ts';
import type { Message } from './views/message.ts';

/** Who asked, where, and Slack's private way back. */
export interface CallerAt {
  readonly userId: string;
  readonly channelId: string;
  readonly responseUrl?: string | undefined;
}

/** Answers one person alone: through response_url, else as a direct message. */
export async function tellCaller(
  client: WebClient,
  { userId, responseUrl }: CallerAt,
  message: Message,
): Promise<void> {
  if (responseUrl !== undefined && (await respondPrivately(responseUrl, message))) return;
  await postMessage(client, message, { channel: userId });
}

/**
 * Shows a message to one person alone within a channel, which Slack does only where the bot may post.
 * Resolves to whether it is shown and, where Slack refused it for good, why. Never throws.
 */
export async function showInChannel(
  client: WebClient,
  { userId: user, channelId: channel }: CallerAt,
  message: Message,
): Promise<{ readonly isShown: boolean; readonly because?: CannotPostError }> {
  try {
    await sendMessage(message, ({ text, blocks }) =>
      client.chat.postEphemeral({ channel, user, text, ...shown(blocks) }),
    );
    return { isShown: true };
  } catch (error) {
    const because = asCannotPost(error);
    return { isShown: false, ...(because instanceof CannotPostError ? { because } : {}) };
  }
}
