import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

type Environment = Readonly<Record<string, string>>;

/** The process that `npm start` runs, with these variables and no others, and no `.env` to read. */
function spawnMain(env: Environment) {
  const child = spawn(process.execPath, ['--import', at('src/preload.js'), at('src/main.ts')], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said.output += text;
    });
  }
  return { child, said };
}

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

/** Runs it to its end. */
export async function runMain(env: Environment): Promise<{ code: number | null; output: string }> {
  const { child, said } = spawnMain(env);
  const code = await ended(child);
  return { code, output: said.output };
}

/** Starts it and waits for the address that it prints. Throws what it said if it ends before. */
export async function startMain(env: Environment) {
  const { child, said } = spawnMain(env);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const address = /http:\/\/\S+/.exec(said.output)?.[0];
      if (address !== undefined && said.output.includes('\n')) resolve(address);
    });
    child.once('exit', () => reject(new Error(`it ended and said: ${said.output}`)));
  });
  return {
    url,
    output: () => said.output,
    /** Resolves to the exit code; `null` for an end by a signal. */
    stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
      child.kill(signal);
      return ended(child);
    },
  };
}

export type Main = Awaited<ReturnType<typeof startMain>>;
