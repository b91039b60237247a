import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, NO_CHROMIUM, openChromium } from '../../scripts/pictures/chromium.ts';
import { SCENES, type } from '../../scripts/pictures/scenes.ts';
import { barriersOn, openPage } from '../support/browser-page.ts';
import { type Main, startMain } from '../support/start-main.ts';

const chromium = findChromium();

if (chromium === undefined) test('barriers on the page', (context) => context.skip(NO_CHROMIUM));
else
  describe.each(['light', 'dark'] as const)('barriers on the page, %s', (scheme) => onPage(chromium, scheme));

function onPage(path: string, scheme: 'light' | 'dark'): void {
  let browser: Browser;
  let main: Main;
  beforeAll(async () => {
    [browser, main] = await Promise.all([openChromium(path), startMain({ PORT: '0' })]);
  });
  afterAll(() => Promise.all([browser.close(), main.stop('SIGKILL')]));

  test.each(Object.entries(SCENES))('none at a %s', async (_name, { show }) => {
    const { page } = await openPage(browser, main.url, { scheme });
    await show(page);
    expect(await barriersOn(page)).toEqual([]);
    await page.close();
  });

  test.each([
    ['settings', 'Settings of this channel', 'mara'],
    ['', 'Check an apology', 'priya'],
  ])('none in the form that "/apology-check %s" opens', async (words, name, as) => {
    const { page } = await openPage(browser, main.url, { scheme, as });
    await type(page, `/apology-check ${words}`);
    await page.getByRole('dialog', { name }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.close();
  });

  test('none at Home with the raw payloads beside it, on a narrow screen too', async () => {
    const { page } = await openPage(browser, main.url, { scheme, as: 'tobi' });
    await page.getByRole('button', { name: 'Apology review' }).click();
    await page.getByRole('heading', { name: 'How to ask me' }).waitFor();
    await page.getByRole('button', { name: 'Raw payloads' }).click();
    await page.getByLabel('Raw payloads', { exact: true }).locator('summary').first().click();
    expect(await barriersOn(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await barriersOn(page)).toEqual([]);
    await page.close();
  });
}
