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
export async function respondPrivately(
  responseUrl: string,
  { text, blocks, flat }: Message,
  threadTs?: string,
): Promise<boolean> {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const answer = { response_type: 'ephemeral', replace_original: false, ...thread, text };
  const [taken, reason] = await post(responseUrl, { ...answer, blocks });
  if (taken || !flat || !reason.includes('invalid_blocks')) return taken;
  const [flatTaken] = await post(responseUrl, { ...answer, blocks: flat });
  return flatTaken;
}

/** Puts a message in the place of the one whose button gave us the address. Resolves to whether Slack took it. */
export async function replaceOriginal(responseUrl: string, { text, blocks }: Message): Promise<boolean> {
  const [taken] = await post(responseUrl, { replace_original: true, text, blocks });
  return taken;
}

/** Takes away the message whose button gave us the address. Resolves to whether Slack took it. */
export async function deleteOriginal(responseUrl: string): Promise<boolean> {
  const [taken] = await post(responseUrl, { delete_original: true });
  return taken;
}

async function post(responseUrl: string, answer: object): Promise<[taken: boolean, reason: string]> {
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(answer),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const said = await response.text();
    return [response.ok && !refused(said), said];
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
