import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, NO_CHROMIUM, openChromium } from '../../scripts/pictures/chromium.ts';
import { composerOf, type } from '../../scripts/pictures/scenes.ts';
import { openPage, type PageOptions, shows } from '../support/browser-page.ts';
import { type Main, startMain } from '../support/start-main.ts';

const chromium = findChromium();

if (chromium === undefined) test('the sandbox in a browser', (context) => context.skip(NO_CHROMIUM));
else describe('the sandbox in a browser', () => inBrowser(chromium));

const DRAFT =
  "I'm sorry if anyone was affected by the delay. Our courier messed up. I have sent a new lamp today.";

function inBrowser(path: string): void {
  let browser: Browser;
  let main: Main;
  const opened: Awaited<ReturnType<typeof openPage>>[] = [];
  beforeAll(async () => {
    [browser, main] = await Promise.all([openChromium(path), startMain({ PORT: '0' })]);
  });
  afterEach(async () => {
    const all = opened.splice(0);
    await Promise.all(all.map(({ page }) => page.close()));
    expect(all.flatMap(({ troubles }) => troubles)).toEqual([]);
  });
  afterAll(() => Promise.all([browser.close(), main.stop('SIGKILL')]));

  async function open(options?: PageOptions): Promise<Page> {
    const page = await openPage(browser, main.url, options);
    opened.push(page);
    return page.page;
  }

  const articles = (page: Page): Locator => page.getByLabel('Messages').locator('article');
  const replies = (page: Page): Locator => page.getByLabel('Replies').locator('article');
  const form = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

  /** Sends the command with this draft, and opens the thread of what comes of it. */
  async function checked(page: Page, draft: string): Promise<Locator> {
    await type(page, `/apology-check ${draft}`);
    const parent = articles(page).filter({ hasText: draft }).last();
    await parent.getByRole('button', { name: '1 reply' }).click();
    await replies(page).nth(1).waitFor();
    return replies(page).nth(1);
  }

  test('a draft that is sent with the command stands in the channel, and the review in its thread', async () => {
    const page = await open();
    const reply = await checked(page, DRAFT);
    await shows(articles(page), `@Mara Lindqvist asked for a look at this draft:`);
    await shows(reply, 'The apology is conditional');
    await shows(reply, 'sorry if anyone was affected by the delay');
    await shows(reply, /\d+ of 100 · judged by rules/);
    expect(await composerOf(page).inputValue()).toBe('');
  });

  test('a slash brings the hint of the command, and Tab completes it', async () => {
    const page = await open();
    await composerOf(page).pressSequentially('/ap');
    await shows(page.getByRole('status'), '/apology-check [private] your draft');
    await page.keyboard.press('Tab');
    expect(await composerOf(page).inputValue()).toBe('/apology-check ');
    await page.keyboard.type('hello');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('');
  });

  test('the shortcut in the menu of a message is answered in its thread, and others see it at once', async () => {
    const [mine, theirs] = [await open(), await open({ as: 'priya' })];
    const draft = "yesterday's problems with our shop";
    const message = articles(mine).filter({ hasText: draft });
    await message.hover();
    await message.getByRole('button', { name: 'More actions' }).click();
    await mine.getByRole('button', { name: 'Check this apology', exact: true }).click();
    await articles(theirs).filter({ hasText: draft }).getByRole('button', { name: '1 reply' }).click();
    await shows(replies(theirs), 'Nobody did it');
  });

  test('the menu of a message can be reached and used with the keyboard alone', async () => {
    const page = await open({ as: 'jun' });
    const message = articles(page).filter({ hasText: 'Hi Ms Okafor' });
    await message.getByRole('button', { name: 'More actions' }).focus();
    for (const key of ['Enter', 'Tab', 'Enter']) await page.keyboard.press(key);
    await shows(articles(page), 'Only visible to you');
  });

  test('the editor tells what is missing, checks again as often as one likes, and keeps what is typed', async () => {
    const page = await open({ as: 'tobi' });
    await page.getByRole('button', { name: 'Check an apology', exact: true }).click();
    const editor = form(page, 'Check an apology');
    await editor.getByRole('button', { name: 'Check it', exact: true }).click();
    const field = editor.getByLabel('Your draft');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await shows(editor.getByRole('alert'), /\w/);

    await field.fill(DRAFT);
    await editor.getByRole('button', { name: /^Check here first/ }).click();
    await shows(editor, 'The apology is conditional');
    expect(await field.inputValue()).toBe(DRAFT);

    await field.fill(DRAFT.replace('if anyone was affected by', 'about'));
    await editor.getByRole('button', { name: /^Check again/ }).click();
    await expect.poll(() => editor.textContent()).not.toContain('The apology is conditional');
    await shows(editor, 'Somebody else gets the blame');
  });

  test('the suggestion is taken, its questions answered, and the thread shows the better text', async () => {
    const page = await open({ as: 'ines' });
    const reply = await checked(page, `Dear Mr Ede, ${DRAFT}`);
    await reply.getByRole('button', { name: 'Answer and check again' }).click();
    const editor = form(page, 'Edit and check again');
    const questions = editor.locator('.row', { hasText: 'Your words go in place of' }).getByRole('textbox');
    await questions.first().waitFor();
    for (const question of await questions.all()) await question.fill('we forgot to book the van');
    await editor.getByRole('button', { name: /^Use this/ }).click();
    await editor.waitFor({ state: 'hidden' });
    await expect.poll(() => reply.textContent()).toContain('we forgot to book the van');
  });

  test('a finding that is no issue here is marked, and counts again after Undo', async () => {
    const page = await open();
    const reply = await checked(page, `Hello Ana, ${DRAFT}`);
    const before = (await reply.textContent())?.match(/\d+ of 100/)?.[0];
    await reply.getByRole('button', { name: 'Not an issue here' }).first().click();
    await shows(reply, 'Marked as not an issue');
    expect((await reply.textContent())?.match(/\d+ of 100/)?.[0]).not.toBe(before);
    await reply.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => reply.textContent()).not.toContain('Marked as not an issue');
  });

  test('a review is deleted only after a question', async () => {
    const page = await open();
    const reply = await checked(page, `Hello Ben, ${DRAFT}`);
    const question = form(page, 'Delete this review?');
    await reply.getByRole('button', { name: /^Delete/ }).click();
    await question.getByRole('button', { name: 'Keep it' }).click();
    await question.waitFor({ state: 'hidden' });
    await reply.waitFor();
    await reply.getByRole('button', { name: /^Delete/ }).click();
    await question.getByRole('button', { name: 'Delete it' }).click();
    await expect.poll(() => articles(page).filter({ hasText: 'Hello Ben' }).count()).toBe(0);
    expect(await page.getByLabel('Thread', { exact: true }).isVisible()).toBe(false);
  });

  test('a private answer is seen by nobody else', async () => {
    const [mine, theirs] = [await open({ as: 'priya' }), await open({ as: 'tobi' })];
    await type(mine, `/apology-check private Dear Ms Ruiz, ${DRAFT}`);
    const answer = articles(mine).filter({ hasText: 'The apology is conditional' });
    await shows(answer, 'Only visible to you');
    // What comes after it has come to the other one, so it would have too.
    await type(mine, 'Good morning from Priya');
    await shows(articles(theirs), 'Good morning from Priya');
    expect(await articles(theirs).filter({ hasText: 'Only visible to you' }).count()).toBe(0);
  });

  test('the digest draws its chart, and sets itself up in a form', async () => {
    const page = await open({ as: 'priya' });
    await type(page, '/apology-check digest 30d');
    const digest = articles(page).filter({ hasText: 'Apologies drafted here' });
    await digest.getByRole('img', { name: /^Line chart: The most common faults/ }).waitFor();
    await shows(digest, /\d+ drafts by 5 people/);
    await digest.getByRole('button', { name: 'Change the digest' }).click();
    const setUp = form(page, 'Digest of this channel');
    await setUp.getByLabel('In which time zone?').fill('Nowhere/At all');
    await setUp.getByRole('button', { name: 'Save' }).click();
    await shows(setUp.getByRole('alert'), /zone/);
    await setUp.getByLabel('In which time zone?').fill('berlin');
    await setUp.getByRole('button', { name: 'Save' }).click();
    await shows(setUp, 'Europe/Berlin');
  });

  test('settings name the channel, are saved, and are there again', async () => {
    const page = await open();
    await type(page, '/apology-check settings');
    const settings = form(page, 'Settings of this channel');
    await shows(settings, 'These hold for everybody in #support.');
    const double = settings.getByRole('group', { name: 'What counts double here?' });
    await double.getByText('None chosen').click();
    await double.getByLabel('A plain apology').check();
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.waitFor({ state: 'hidden' });
    await type(page, '/apology-check settings');
    await shows(double, 'A plain apology');
    await shows(settings, 'Last changed by @Mara Lindqvist');
  });

  test('Home shows the last checks of whoever looks, and its button opens the form', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Apology review' }).click();
    await page.getByRole('heading', { name: 'Your last 10 checks' }).waitFor();
    await page.locator('#home').getByRole('button', { name: 'Check an apology' }).click();
    await form(page, 'Check an apology').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'support' }).click();
    await composerOf(page).waitFor();
  });

  test('a draft that is too long comes back with what to do', async () => {
    const page = await open({ as: 'jun' });
    await type(page, `/apology-check ${DRAFT.repeat(200)}`);
    const answer = articles(page).filter({ hasText: 'Send me the part that apologises' });
    await shows(answer, 'Only visible to you');
    await shows(answer, 'Our courier messed up.');
  });

  test('each of the four things to try is one click away', async () => {
    const page = await open({ as: 'ines' });
    await page.getByRole('button', { name: /^Check a draft/ }).click();
    expect(await composerOf(page).inputValue()).toMatch(/^\/apology-check \w/);
    await page.getByRole('button', { name: /^Check what stands here/ }).click();
    await page.getByRole('button', { name: 'Check this apology', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^See what drafts share/ }).click();
    expect(await composerOf(page).inputValue()).toBe('/apology-check digest 30d');
    await page.getByRole('button', { name: /^Edit until it is good/ }).click();
    await form(page, 'Check an apology').waitFor();
  });

  test('the raw payloads show what went to the bot and what it answered', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Raw payloads' }).click();
    const panel = page.getByLabel('Raw payloads', { exact: true });
    await type(page, '/apology-check help');
    const command = panel.locator('details', { hasText: '/apology-check' }).first();
    await command.locator('summary').click();
    await shows(command, '"text": "help"');
    const answer = panel.locator('details', { hasText: 'response_url' }).first();
    await answer.locator('summary').click();
    await shows(answer, '"response_type": "ephemeral"');
  });

  test('when the sandbox has ended, the page says so', async () => {
    const other = await startMain({ PORT: '0' });
    const { page } = await openPage(browser, other.url);
    await other.stop('SIGKILL');
    await shows(page.getByRole('alert'), 'The sandbox does not answer. Is it still running?');
    await page.close();
  });

  test('on a narrow screen nothing is cut off, and the menu brings the rest', async () => {
    const page = await open({ width: 390 });
    await page.getByRole('button', { name: 'Workspace' }).click();
    await page.getByRole('button', { name: 'Apology review' }).click();
    await page.getByRole('heading', { name: 'How to ask me' }).waitFor();
    await page.getByRole('button', { name: 'Workspace' }).click();
    await page.getByRole('button', { name: 'support' }).click();
    await checked(page, `Hello Cleo, ${DRAFT}`);
    await page.getByRole('button', { name: 'Close the thread' }).click();
    await composerOf(page).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
}
