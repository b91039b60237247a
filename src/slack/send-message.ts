import { slackCode } from './cannot-post.ts';
import type { Message } from './views/message.ts';
import { spokenText } from './views/spoken-text.ts';

/** chat.update has refused longer texts beside blocks that chat.postMessage takes. */
const SHORT_TEXT = 3900;
const FEWEST = 50;

/**
 * Sends a message as it is and, where Slack does not take it so, in a plainer form that says the same:
 * without the newest blocks, with a shorter text beside the blocks, or as text alone.
 */
export async function sendMessage<T>(
  message: Message,
  send: (message: Message) => Promise<T>,
  { whole = false }: SendOptions = {},
): Promise<T> {
  try {
    return await send(message);
  } catch (error) {
    const plainer = plainerForm(message, slackCode(error));
    if (plainer === undefined || (whole && plainer.blocks.length === 0)) throw error;
    return sendMessage(plainer, send, { whole });
  }
}

interface SendOptions {
  /** Never as text alone: in the place of a message with buttons it would leave nothing to act on. */
  readonly whole?: boolean;
}

function plainerForm(message: Message, code: string | undefined): Message | undefined {
  const { text, blocks, flat } = message;
  switch (code) {
    case 'invalid_blocks':
    case 'invalid_blocks_format':
      return flat && { text, blocks: flat };
    case 'msg_too_long': {
      // Slack tells no number. The blocks say it all, so the text may shrink, as long as it says something.
      const max = Math.min(SHORT_TEXT, Math.floor(text.length / 2));
      return blocks.length > 0 && max > FEWEST ? { ...message, text: spokenText(blocks, max) } : undefined;
    }
    case 'msg_blocks_too_long':
      return blocks.length > 0 ? { text, blocks: [] } : undefined;
    default:
      return undefined;
  }
}
