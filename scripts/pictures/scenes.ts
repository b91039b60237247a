import type { Locator, Page } from 'playwright-core';
import { SEED_DRAFTS } from '../../src/sandbox/seed-drafts.ts';

export interface Scene {
  /** Of the window, in CSS pixels. */
  readonly width: number;
  /** From the first thing that somebody types to what the picture shows. */
  readonly show: (page: Page) => Promise<Locator>;
}

export const composerOf = (page: Page): Locator => page.getByLabel('Message #support');

export async function type(page: Page, text: string): Promise<void> {
  await composerOf(page).fill(text);
  await composerOf(page).press('Enter');
}

/** The thread with the bot's reply to a middling draft. */
async function reply(page: Page): Promise<Locator> {
  await type(page, `/apology-check ${SEED_DRAFTS[2]?.text ?? ''}`);
  await page.getByRole('button', { name: '1 reply' }).last().click();
  await page.getByLabel('Replies').locator('article').nth(1).waitFor();
  await page.getByLabel('Reply', { exact: true }).blur();
  return page.getByLabel('Thread', { exact: true });
}

/** A digest of thirty days for everybody in the channel, with its chart. */
async function digest(page: Page): Promise<Locator> {
  await type(page, '/apology-check digest here now 30d');
  const shown = page.getByLabel('Messages').locator('article', { hasText: 'Apologies drafted here' }).last();
  await shown.getByRole('img', { name: /^Line chart/ }).waitFor();
  await composerOf(page).blur();
  return shown;
}

/** By the name of its files in docs/. */
export const SCENES: Readonly<Record<string, Scene>> = {
  reply: { width: 1280, show: reply },
  digest: { width: 1000, show: digest },
};

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';

/** Its words, without what is another today than yesterday: times of the day, and days of the year. */
export async function wordsOf(picture: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: the other would leave no line between blocks
  const words = await picture.innerText();
  return words
    .replace(/\d{1,2}:\d\d(?:\s[AP]M)?/g, '(time)')
    .replace(new RegExp(`(?:\\d{1,2} to )?\\d{1,2} ${MONTH}(?: \\d{4})?(?: to (?=\\d))?`, 'g'), '(day)')
    .replace(/(?:\(day\)){2}/g, '(day)')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
    .concat('\n');
}
