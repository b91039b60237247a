import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { drafts } from './drafts.ts';
import type { Measured } from './measurement.ts';
import { median, nowMs } from './statistics.ts';
import { digits } from './table.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PRELOAD = ['--import', here('../src/preload.js')];
const COMMANDS = [
  ['node alone', ['-e', '0']],
  ['check, one draft', [...PRELOAD, here('../src/cli/check.ts'), '-']],
] as const;

/** From the start of the process to its end, for one draft on standard input. */
export function measureStart(quick: boolean): Measured {
  const draft = drafts()[0] ?? '';
  const rounds = quick ? 2 : 15;
  const times = COMMANDS.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    COMMANDS.forEach(([name, args], index) => {
      const from = nowMs();
      const { status, stderr } = spawnSync(process.execPath, args, { input: draft, encoding: 'utf8' });
      // The first round fills the compile cache.
      if (round >= 0) times[index]?.push(nowMs() - from);
      if (status === null || status > 1) throw new Error(`${name} ended with ${status}: ${stderr}`);
    });
  }
  const rows = COMMANDS.map(([name], index) => [name, digits(median(times[index] ?? []))]);
  return {
    goals: [],
    tables: [
      { title: `Start to end of a process, medians of ${rounds} runs`, head: ['command', 'ms'], rows },
    ],
  };
}
