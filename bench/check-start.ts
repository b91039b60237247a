import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, nowMs } from './statistics.ts';
import { digits, printTable } from './table.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PRELOAD = ['--import', here('../src/preload.js')];
const COMMANDS = [
  ['node alone', ['-e', '0']],
  ['check, one draft', [...PRELOAD, here('../src/cli/check.ts'), '-']],
] as const;

/** From the start of the process to its end, for one draft on standard input. */
export function measureCheck(draft: string, rounds: number): void {
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
  printTable(`Start to end of a process, medians of ${rounds} runs`, ['command', 'ms'], rows);
}
