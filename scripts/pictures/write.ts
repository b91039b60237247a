import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { startMain } from '../../tests/support/start-main.ts';
import { findChromium, NO_CHROMIUM, openChromium } from './chromium.ts';
import { SCENES, type Scene, wordsOf } from './scenes.ts';

const HEIGHT = 600;
/** Sharp enough, and each file under 300 kB. */
const SCALE = 1.2;

const docs = (file: string): string => fileURLToPath(new URL(`../../docs/${file}`, import.meta.url));

/** Resolves to the words of the picture. */
async function photograph(
  { width, show }: Scene,
  browser: Browser,
  url: string,
  dark: boolean,
  file: string,
) {
  const page = await browser.newPage({
    ...{ colorScheme: dark ? 'dark' : 'light', deviceScaleFactor: SCALE },
    viewport: { width, height: HEIGHT },
  });
  await page.goto(url);
  const picture = await show(page);
  await page.mouse.move(0, 0);
  // As high as what stands in it.
  const hidden = await picture.evaluate((node) => {
    const list = node.querySelector('.messages') ?? node.closest('.messages');
    return list === null ? 0 : list.scrollHeight - list.clientHeight;
  });
  await page.setViewportSize({ width, height: HEIGHT + hidden });
  await picture.screenshot({ path: docs(file) });
  const words = await wordsOf(picture);
  await page.close();
  return words;
}

const chromium = findChromium();
if (chromium === undefined) throw new Error(NO_CHROMIUM);
const browser = await openChromium(chromium);
try {
  for (const [name, scene] of Object.entries(SCENES)) {
    // A workspace of its own, so that nothing of another picture stands in it.
    const sandbox = await startMain({ PORT: '0' });
    const words = await photograph(scene, browser, sandbox.url, false, `${name}.png`);
    writeFileSync(docs(`${name}.txt`), words);
    await photograph(scene, browser, sandbox.url, true, `${name}-dark.png`);
    await sandbox.stop();
  }
} finally {
  await browser.close();
}
