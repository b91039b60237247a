import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxPage, wordsOf } from '../support/sandbox-page.ts';
import { type Main, startMain } from '../support/start-main.ts';

let main: Main;
let page: ReturnType<typeof sandboxPage>;
beforeAll(async () => {
  main = await startMain({ PORT: '0' });
  page = sandboxPage(main.url);
});
afterAll(() => main.stop('SIGKILL'));

const DRAFT = 'We are sorry if anyone was affected by the delay.';
const RULE = 'conditional-apology';

test('the buttons of a reply do what they say: a finding is marked, its reason opens, and all of it can go', async () => {
  await page.send('/messages', { text: `/apology-check ${DRAFT}` });
  const parent = await page.see(({ messages }) => messages.find(({ replies }) => replies.length > 0));
  const ts = parent.replies[0]?.ts ?? '';
  const press = (blockId: string, actionId: string, confirmed = false) =>
    page.send('/presses', { on: { ts }, blockId, actionId, confirmed });
  const reply = (words: string) =>
    page.see(({ messages }) =>
      messages.flatMap(({ replies }) => replies).find(({ html }) => wordsOf(html).includes(words)),
    );

  await press(`point_buttons:${RULE}`, 'why_rule');
  const form = await page.see(({ form }) => form);
  expect(JSON.stringify(form)).toContain('asks the reader to prove they were hurt');
  await page.send('/forms/close', {});

  await press(`point_buttons:${RULE}`, 'dismiss_finding');
  await reply('Marked as not an issue');
  await press('undo', `undo_dismissal:${RULE}`);
  await page.see(({ messages }) =>
    wordsOf(messages.at(-1)?.replies[0]?.html ?? '').includes('Marked') ? undefined : true,
  );

  await press('feedback', 'rate_review');
  await reply('It is good to know that this helped');

  expect(await press('reply_buttons', 'delete_review')).toMatchObject({
    question: { title: 'Delete this review?', yes: 'Delete it', no: 'Keep it' },
  });
  await press('reply_buttons', 'delete_review', true);
  await page.see(({ messages }) => (messages.some((message) => message.ts === parent.ts) ? undefined : true));
});

test('a private review can be taken away again', async () => {
  await page.send('/messages', { text: `/apology-check private ${DRAFT}` }, 'priya');
  const shown = await page.see(({ messages }) => messages.find(({ isPrivate }) => isPrivate), 'priya');
  const press = { on: { ts: shown.ts }, blockId: 'reply_buttons', actionId: 'delete_review' };
  await page.send('/presses', { ...press, confirmed: true }, 'priya');
  await page.see(({ messages }) => (messages.some(({ isPrivate }) => isPrivate) ? undefined : true), 'priya');
});
