import type { WebClient } from '@slack/web-api';
import { CannotUpdateError } from '../reviews/errors.ts';
import type { PostedMessage, PressedButton } from './actions/pressed-button.ts';
import { slackCode } from './cannot-post.ts';
import { replaceOriginal } from './response-url.ts';
import { sendMessage } from './send-message.ts';
import type { Message } from './views/message.ts';

const STAYS =
  'I have noted it, but this conversation takes no changes from me any more, so my reply stays as it was.';

/**
 * Shows a message in the place of the posted one. Where the bot may not change what it posted (it has been
 * taken out of the channel, say), Slack's way back from the button is tried. Throws
 * CannotUpdateError where Slack takes neither.
 */
export async function updateMessage(
  client: WebClient,
  { responseUrl }: Partial<Pick<PressedButton, 'responseUrl'>>,
  { channelId: channel, ts }: Pick<PostedMessage, 'channelId' | 'ts'>,
  message: Message,
): Promise<void> {
  try {
    await sendMessage(
      message,
      ({ text, blocks }) => client.chat.update({ channel, ts, text, blocks, parse: 'none' }),
      { whole: true },
    );
  } catch (error) {
    const code = slackCode(error);
    if (code === undefined) throw error;
    if (responseUrl === undefined || !(await replaceOriginal(responseUrl, message)))
      throw new CannotUpdateError(code, STAYS, { cause: error });
  }
}
