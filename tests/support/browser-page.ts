import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { sandboxPage } from './sandbox-page.ts';

export interface PageOptions {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** Who looks, such as `priya`; unset: the first one. */
  readonly as?: string;
}

/** A page of the sandbox, drawn and ready to be typed into. `troubles` is what its console complained of. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1280, scheme = 'light', as }: PageOptions = {},
) {
  const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 800 } });
  page.setDefaultTimeout(15_000);
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) troubles.push(line.text());
  });
  const sandbox = sandboxPage(url);
  // A form that an earlier test left open is still open, as it would be for a person.
  while ((await sandbox.look(as)).form) await sandbox.send('/forms/close', {}, as);
  const { people } = await sandbox.look();
  const id = people.find(({ name }) => name === as)?.id;
  if (id !== undefined) await page.addInitScript((own) => sessionStorage.setItem('as', own), id);
  await page.goto(url);
  await page.locator('article').first().waitFor();
  return { page, troubles };
}

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What keeps people from using the page, by the rules of axe-core; in a line each. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

/** Waits until something with these words stands there. */
export const shows = (place: Locator, words: string | RegExp): Promise<void> =>
  place.filter({ hasText: words }).first().waitFor();
