import type { PressedButton } from './actions/pressed-button.ts';
import { respondPrivately } from './response-url.ts';
import type { Message } from './views/message.ts';

/** Answers the person who pressed a button, and nobody else, beside the message it stands on. */
export async function tellPrivately(
  { responseUrl, threadTs }: Pick<PressedButton, 'responseUrl' | 'threadTs'>,
  message: Message,
): Promise<void> {
  if (responseUrl !== undefined) await respondPrivately(responseUrl, message, threadTs);
}
