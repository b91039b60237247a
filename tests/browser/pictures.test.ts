import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findChromium, NO_CHROMIUM, openChromium } from '../../scripts/pictures/chromium.ts';
import { SCENES, wordsOf } from '../../scripts/pictures/scenes.ts';
import { openPage } from '../support/browser-page.ts';
import { startMain } from '../support/start-main.ts';

const place = (path: string) => new URL(`../../${path}`, import.meta.url);
const LARGEST = 300_000;

describe('pictures', () => {
  const named = readFileSync(place('README.md'), 'utf8').match(/\bdocs\/[\w-]+\.png\b/g) ?? [];
  const made = Object.keys(SCENES).flatMap((name) => [`docs/${name}.png`, `docs/${name}-dark.png`]);

  test.each([...new Set([...named, ...made])])('%s is there, and small', (path) => {
    expect(existsSync(place(path))).toBe(true);
    expect(statSync(place(path)).size).toBeLessThan(LARGEST);
  });

  test('all that the README shows are made by the script', () => {
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !made.includes(path))).toEqual([]);
  });

  test.for(Object.entries(SCENES))(
    'docs/%s.png says what the page says today; if not: npm run pictures',
    async ([name, { width, show }], { skip }) => {
      const chromium = findChromium();
      if (chromium === undefined) return skip(NO_CHROMIUM);
      const [browser, main] = await Promise.all([openChromium(chromium), startMain({ PORT: '0' })]);
      try {
        const { page } = await openPage(browser, main.url, { width });
        expect(await wordsOf(await show(page))).toBe(readFileSync(place(`docs/${name}.txt`), 'utf8'));
      } finally {
        await Promise.all([browser.close(), main.stop('SIGKILL')]);
      }
    },
  );
});
