import type { RichTextElement } from '@slack/types';

/** A person by Slack's id, shown by name; without one, somebody. */
export const person = (id: string | undefined): RichTextElement[] =>
  id === undefined ? [{ type: 'text', text: 'somebody' }] : [{ type: 'user', user_id: id }];

/** Slack shows it in the reader's own zone and manner. */
export const time = (iso: string): RichTextElement[] => [
  {
    type: 'date',
    timestamp: Math.floor(Date.parse(iso) / 1000),
    format: '{date_pretty} at {time}',
    fallback: `${iso.slice(0, 16).replace('T', ' ')} UTC`,
  },
];
