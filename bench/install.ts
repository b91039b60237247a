import { execFileSync } from 'node:child_process';
import { copyFileSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measurement.ts';
import { median, nowMs } from './statistics.ts';
import { digits } from './table.ts';

const WAYS = {
  // As the container does, whose image has a Node already.
  'production, without the Node that npm brings': ['--omit=dev', '--omit=optional'],
  production: ['--omit=dev'],
  full: [],
};

interface Installed {
  readonly seconds: number;
  readonly packages: number;
  readonly megabytes: number;
}

/** What `npm ci` takes, with what npm has kept of earlier runs, and what it leaves on the disk. */
export function measureInstall(quick: boolean): Measured {
  const rounds = quick ? 1 : 3;
  const all = Object.entries(WAYS).map(([name, omit]) => {
    const installs = Array.from({ length: rounds }, () => install(omit));
    const [{ packages, megabytes }] = installs as [Installed];
    return { name, packages, megabytes, seconds: median(installs.map(({ seconds }) => seconds)) };
  });
  return {
    goals: all.map(({ name, megabytes }) => ({
      what: `installed size, ${name}`,
      measured: megabytes,
      unit: 'MB',
      ...(name.includes('without') ? { needed: { atMost: 120 } } : {}),
    })),
    tables: [
      {
        title: `\`npm ci\`, medians of ${rounds} runs`,
        head: ['install', 'MB', 'packages', 'seconds'],
        rows: all.map(({ name, packages, megabytes, seconds }) => [
          name,
          digits(megabytes),
          String(packages),
          digits(seconds),
        ]),
      },
    ],
  };
}

function install(omit: readonly string[]): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'apology-bench-'));
  try {
    for (const name of ['package.json', 'package-lock.json'])
      copyFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), join(folder, name));
    const from = nowMs();
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', ...omit], { cwd: folder, stdio: 'pipe' });
    const seconds = (nowMs() - from) / 1000;
    const entries = readdirSync(join(folder, 'node_modules'), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return {
      seconds,
      packages: files.filter(({ name, parentPath }) => name === 'package.json' && isPackage(parentPath))
        .length,
      megabytes:
        files.reduce((sum, { parentPath, name }) => sum + lstatSync(join(parentPath, name)).size, 0) / 1e6,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a folder is one that npm put there, not one within a package. */
const isPackage = (folder: string): boolean => /node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+$/.test(folder);
