import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Place } from './place.ts';

const PROGRAM = fileURLToPath(new URL('doomed-process.ts', import.meta.url));

export interface Doomed {
  readonly lines: AsyncIterable<string>;
  /** `kill -9`; resolves when it is dead. */
  kill(): Promise<void>;
}

/** Starts `doomed-process.ts` on a place. */
export function startDoomed(place: Pick<Place, 'address'>, task: 'accept' | 'work'): Doomed {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, task, JSON.stringify(place.address)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('a process without output');
  return {
    lines: createInterface(child.stdout),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
