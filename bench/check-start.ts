import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { drafts } from './drafts.ts';
import type { Measured } from './measurement.ts';
import { median, nowMs, rotated } from './statistics.ts';
import { digits } from './table.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Peers are given the compile cache that `check` has. */
const PRELOAD = ['--import', here('../src/preload.js')];

/** A program that reads a draft from standard input by a package's main function, and prints what it found. */
const asLibrary = (name: string): string[] => [
  ...PRELOAD,
  '--input-type=module',
  '--eval',
  `import { readFileSync } from 'node:fs';
import read from '${name}';
console.log(JSON.stringify(read(readFileSync(0, 'utf8'))));`,
];

const COMMANDS = {
  'node alone': ['--eval', '0'],
  'write-good': asLibrary('write-good'),
  alex: asLibrary('alex'),
  "alex's own command": [...PRELOAD, here('../node_modules/alex/cli.js'), '--stdin'],
  check: [...PRELOAD, here('../src/cli/check.ts'), '-'],
} as const;

type Command = keyof typeof COMMANDS;

const NAMES = Object.keys(COMMANDS) as Command[];

/** From the start of a process to its end, for one draft on standard input. */
export function measureStart(quick: boolean): Measured {
  const draft = drafts()[0] ?? '';
  const rounds = quick ? 2 : 25;
  const times = Object.fromEntries(NAMES.map((name) => [name, [] as number[]]));
  for (let round = -2; round < rounds; round += 1) {
    for (const name of rotated(NAMES, round + 2)) {
      const ms = timeOf(name, draft);
      // The first rounds fill the compile cache.
      if (round >= 0) times[name]?.push(ms);
    }
  }
  const took = (name: Command) => median(times[name] ?? []);
  const beside = (peer: Command) => ({
    what: `check, start to first review, beside ${peer}`,
    measured: took('check') / took(peer),
    unit: '×' as const,
  });
  return {
    goals: [
      { ...beside('alex'), needed: { atMost: 1 } },
      { ...beside('write-good'), aim: { atMost: 1.5 } },
    ],
    tables: [
      {
        title: `Start to end of a process that reads one draft, medians of ${rounds} runs`,
        head: ['command', 'beside write-good', 'ms'],
        rows: NAMES.map((name) => [name, `${digits(took(name) / took('write-good'))} ×`, digits(took(name))]),
      },
    ],
  };
}

/** In ms. */
function timeOf(name: Command, draft: string): number {
  const from = nowMs();
  // Packages are looked for from the folder that a program on the command line runs in.
  const { status, stderr } = spawnSync(process.execPath, COMMANDS[name], {
    cwd: here('..'),
    input: draft,
    encoding: 'utf8',
  });
  const ms = nowMs() - from;
  if (status === null || status > 1) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return ms;
}
