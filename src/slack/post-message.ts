import type { ChatPostMessageArguments, WebClient } from '@slack/web-api';
import { derivedUuid } from '../reviews/review-id.ts';
import { asCannotPost } from './cannot-post.ts';
import { metadataEvents } from './ids.ts';
import { sendMessage } from './send-message.ts';
import type { Message } from './views/message.ts';

/** Ids, so that a message can be recognised; metadata is open to the workspace and holds no text. */
export const tracesOf = (part: keyof typeof metadataEvents, ids: Readonly<Record<string, string>>) => ({
  metadata: { event_type: metadataEvents[part], event_payload: { ...ids } },
  // Not documented as a parameter: a hint to Slack that a repetition is one, never relied on.
  client_msg_id: derivedUuid(...Object.values(ids), part),
});

export type Where = { channel: string; thread_ts?: string } & Partial<ReturnType<typeof tracesOf>>;

/**
 * Posts and resolves to the `ts`. `link_names` is never set and `parse` is off, so no text can mention
 * anyone. Throws CannotPostError for a refusal that no repetition mends, RateLimitedError for one that waiting does.
 */
export async function postMessage(client: WebClient, message: Message, where: Where): Promise<string> {
  try {
    const posted = await sendMessage(message, ({ text, blocks }) => {
      const call = {
        ...where,
        text,
        ...shown(blocks),
        parse: 'none',
        unfurl_links: false,
        unfurl_media: false,
      };
      return client.chat.postMessage(call as ChatPostMessageArguments);
    });
    if (posted.ts === undefined) throw new Error('Slack posted a message and told no ts');
    return posted.ts;
  } catch (error) {
    throw asCannotPost(error);
  }
}

/** Without blocks the text alone is shown, its signs taken literally. */
export const shown = (blocks: Message['blocks']) => (blocks.length > 0 ? { blocks } : { mrkdwn: false });
