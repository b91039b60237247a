import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { SEED_DRAFTS } from '../src/sandbox/seed-drafts.ts';

/** Where Debian keeps its Chromium; another one goes into CHROMIUM. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A middling one: some of it is good, some is not. */
const DRAFT = SEED_DRAFTS[2]?.text ?? '';

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The sandbox as `npm start` would start it, on a free port. */
async function startSandbox() {
  const env = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, ['--import', root('src/preload.js'), root('src/main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const url = /http:\S+/.exec(line)?.[0];
  if (url === undefined) throw new Error(`the sandbox said: ${line}`);
  return { url, stop: () => child.kill() };
}

/** The thread with the bot's reply to a middling draft, into docs/. */
async function photograph(browser: Browser, url: string, scheme: 'light' | 'dark', file: string) {
  const page = await browser.newPage({
    colorScheme: scheme,
    viewport: { width: 1280, height: 600 },
    deviceScaleFactor: 1.5,
  });
  await page.goto(url);
  await page.getByLabel('Message #support').fill(`/apology-check ${DRAFT}`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '1 reply' }).last().click();
  await page.mouse.move(0, 0);
  await page.getByLabel('Replies').locator('article').nth(1).waitFor();
  await page.locator('#thread textarea').blur();
  // The pane as high as what stands in it.
  const hidden = await page.getByLabel('Replies').evaluate((list) => list.scrollHeight - list.clientHeight);
  await page.setViewportSize({ width: 1280, height: 600 + hidden });
  await page.locator('#thread').screenshot({ path: root(file) });
  await page.close();
}

const sandbox = await startSandbox();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
try {
  await photograph(browser, sandbox.url, 'light', 'docs/reply.png');
  await photograph(browser, sandbox.url, 'dark', 'docs/reply-dark.png');
} finally {
  await browser.close();
  sandbox.stop();
}
