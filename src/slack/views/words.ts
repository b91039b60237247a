import type { PlainTextElement } from '@slack/types';

/** Text as it stands, in which Slack looks for no markup and no emoji. */
export const words = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });
