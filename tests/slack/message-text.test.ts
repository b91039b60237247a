import { expect, test } from 'vitest';
import { messageText } from '../../src/slack/message-text.ts';

const text = (words: string) => ({ type: 'text', text: words });

test('the text of a message comes first', () => {
  expect(
    messageText({ text: 'Sorry &amp; thanks', blocks: [{ type: 'section', text: { text: 'other' } }] }),
  ).toBe('Sorry & thanks');
});

test('without a text, rich_text blocks are read as they stand', () => {
  const elements = [
    { type: 'rich_text_section', elements: [text('Sorry <b> & '), { type: 'user', user_id: 'U1' }] },
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [{ type: 'rich_text_section', elements: [text('one')] }],
    },
    {
      type: 'rich_text_section',
      elements: [
        { type: 'link', url: 'https://example.com' },
        { type: 'emoji', name: 'wave' },
      ],
    },
  ];
  expect(messageText({ text: '', blocks: [{ type: 'rich_text', elements }] })).toBe(
    'Sorry <b> & @someone\none\nhttps://example.com:wave:',
  );
});

test('without a text, other blocks are decoded', () => {
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: 'Tom &amp; Kim' } },
    { type: 'divider' },
    { type: 'section', fields: [{ type: 'mrkdwn', text: '*late*' }] },
  ];
  expect(messageText({ blocks })).toBe('Tom & Kim\nlate');
});

test('an e-mail or another app may have put its words into an attachment', () => {
  expect(messageText({ text: '', attachments: [{ title: 'Dear Ms Osei', text: 'We are sorry.' }] })).toBe(
    'Dear Ms Osei\nWe are sorry.',
  );
  expect(messageText({ text: '', attachments: [{ fallback: 'We are sorry.' }] })).toBe('We are sorry.');
});

test.each([{}, null, { text: '', files: [{ id: 'F1' }] }, { text: ' ', blocks: [7, null] }])(
  'no words: %j',
  (message) => {
    expect(messageText(message)).toBe('');
  },
);
