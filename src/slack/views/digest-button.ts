import type { ActionsBlock } from '@slack/types';
import { digestActions } from '../ids.ts';
import type { Message } from './message.ts';
import { words } from './words.ts';

/** Opens the form of the digest. */
export const digestButton = (text: string): ActionsBlock => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: digestActions.setUp, text: words(text) }],
});

/** What the button says, by whether a digest is on. */
export const digestButtonText = (isOn: boolean): string => (isOn ? 'Change the digest' : 'Set up a digest');

/** A message with the button below it. */
export const withDigestButton = (message: Message, isOn: boolean): Message => {
  const button = digestButton(digestButtonText(isOn));
  return {
    ...message,
    blocks: [...message.blocks, button],
    ...(message.flat === undefined ? {} : { flat: [...message.flat, button] }),
  };
};
