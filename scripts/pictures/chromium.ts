import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Why tests in a browser do not run here. */
export const NO_CHROMIUM =
  'no Chromium on this machine: on Debian, apt-get install chromium; or name another one in CHROMIUM';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** It runs without a screen, as root in a container too, and asks nobody on the network for anything. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where the system's browser is, or the one that CHROMIUM names; `undefined` where there is none. */
export const findChromium = (): string | undefined =>
  (process.env.CHROMIUM ? [process.env.CHROMIUM] : PLACES).find((path) => existsSync(path));

export const openChromium = (path: string): Promise<Browser> =>
  chromium.launch({ executablePath: path, args: FLAGS });
