import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestForm } from '../support/digest-form.ts';
import { sandboxPage, wordsOf } from '../support/sandbox-page.ts';
import { type Main, startMain } from '../support/start-main.ts';

let main: Main;
let page: ReturnType<typeof sandboxPage>;
beforeAll(async () => {
  main = await startMain({ PORT: '0' });
  page = sandboxPage(main.url);
});
afterAll(() => main.stop('SIGKILL'));

/** Sends a command; resolves to the private answer with these words. */
async function answer(command: string, words: string) {
  await page.send('/messages', { text: `/apology-check digest ${command}` });
  return page.see(({ messages }) =>
    messages.find(({ html, isPrivate }) => isPrivate && wordsOf(html).includes(words)),
  );
}

test('a quarter of checks stands behind the channel', async () => {
  const { html } = await answer('90d', 'Apologies drafted here');
  expect(wordsOf(html)).toMatch(/\b1\d\d drafts by 5 people/);
  // It tells what came up, what got better, and how it went week by week.
  expect(wordsOf(html)).toMatch(/What came up most .* What got better .* week by week/);
});

test('a digest is changed in the form, stands in the status, and is turned off', async () => {
  const { ts } = await answer('status', 'A digest is on here, every week');
  await page.send('/presses', { on: { ts }, blockId: '', actionId: 'digest_set_up', confirmed: false });
  const form = await page.see((state) => state.form);
  expect(form.callback_id).toBe('channel_digest');

  const { values } = digestForm('unused', { frequency: 'monthly', day: '31', zone: 'tokyo' });
  expect(await page.send('/forms', { id: form.id, values })).toEqual({});
  const notice = await page.see(({ form: now }) => (now?.submit === undefined ? now : undefined));
  expect(JSON.stringify(notice.blocks)).toContain('on the last day of every month');
  await page.send('/forms/close', {});

  await answer('status', 'A digest is on here, on the last day of every month');
  await answer('off', 'The digest of this channel is off');
});

test('its button in the settings lays the form on top of them, and they are there again afterwards', async () => {
  await page.send('/messages', { text: '/apology-check settings' });
  const settings = await page.see((state) => state.form);
  const on = { form: settings.id, values: {} };
  await page.send('/presses', {
    on,
    blockId: 'settings_digest',
    actionId: 'digest_set_up',
    confirmed: false,
  });
  await page.see(({ form }) => (form?.callback_id === 'channel_digest' ? form : undefined));
  await page.send('/forms/close', {});
  expect((await page.look()).form?.id).toBe(settings.id);
});
