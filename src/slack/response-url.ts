import { z } from 'zod';
import type { Message } from './views/message.ts';

/** Answering should not take longer than this, in ms; the next way to the person is tried then. */
const TIMEOUT_MS = 10_000;

/** Slack answers "ok" in plain text, or JSON with the reason of a refusal. */
const refusal = z.object({ ok: z.literal(false), error: z.string().optional() });

/**
 * Shows a message to one person through Slack's response_url (at most 5 uses within 30 minutes), never
 * to the channel. Resolves to whether Slack took it; throws nothing.
 */
export async function respondPrivately(responseUrl: string, message: Message): Promise<boolean> {
  const [taken, reason] = await post(responseUrl, message.text, message.blocks);
  if (taken || !message.flat || !reason.includes('invalid_blocks')) return taken;
  const [flatTaken] = await post(responseUrl, message.text, message.flat);
  return flatTaken;
}

async function post(
  responseUrl: string,
  text: string,
  blocks: Message['blocks'],
): Promise<[taken: boolean, reason: string]> {
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text, blocks }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer = await response.text();
    return [response.ok && !refused(answer), answer];
  } catch {
    return [false, ''];
  }
}

function refused(answer: string): boolean {
  if (!answer.startsWith('{')) return false;
  try {
    return refusal.safeParse(JSON.parse(answer)).success;
  } catch {
    return false;
  }
}
