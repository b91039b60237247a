import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Where } from './post-message.ts';

/** The clocks of Slack and of this machine may differ by as much, in ms. */
const SKEW_MS = 60_000;
/** So many messages are looked at. */
const LIMIT = 200;

const ourMetadata = z.looseObject({
  event_type: z.string(),
  event_payload: z.record(z.string(), z.unknown()),
});

/**
 * The `ts` of a message that stands already, recognised by its metadata; `undefined` where there is none, or
 * where Slack does not let the bot look: that takes a history scope, which the app does not ask for by itself.
 * `since` is an ISO 8601 time before which it can't have been posted. Never throws.
 */
export async function findMessage(
  client: WebClient,
  { channel, thread_ts: thread, metadata }: Where,
  since: string,
): Promise<string | undefined> {
  const oldest = String((Date.parse(since) - SKEW_MS) / 1000);
  const wanted = { channel, oldest, limit: LIMIT, include_all_metadata: true };
  try {
    const { messages = [] } =
      thread === undefined
        ? await client.conversations.history(wanted)
        : await client.conversations.replies({ ...wanted, ts: thread });
    return messages.find((message) => isSame('metadata' in message ? message.metadata : undefined, metadata))
      ?.ts;
  } catch {
    return undefined;
  }
}

function isSame(found: unknown, wanted: Where['metadata']): boolean {
  const ours = ourMetadata.safeParse(found);
  if (!ours.success || wanted === undefined) return false;
  const { event_type: type, event_payload: payload } = ours.data;
  return (
    type === wanted.event_type &&
    Object.entries(wanted.event_payload).every(([name, value]) => payload[name] === value)
  );
}
