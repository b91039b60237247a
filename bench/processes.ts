import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const SIGNING_SECRET = 'bench-signing-secret';

const ready = z.object({ url: z.string() });
const posted = z.object({ id: z.string(), at: z.number() });

/**
 * The stand-in for Slack, whose every answer takes `delayMs`. `onReply` hears of every reply in a thread, with
 * its time in ms.
 */
export async function startWebApi(onReply: (id: string, at: number) => void, delayMs = 0) {
  const child = fork(here('web-api-stub.ts'), [`${delayMs}`]);
  const [first] = await once(child, 'message');
  child.on('message', (message) => {
    const { id, at } = posted.parse(message);
    onReply(id, at);
  });
  return { slackApiUrl: ready.parse(first).url, stop: () => child.kill() };
}

export interface AppOptions {
  readonly which: 'bare' | 'bot';
  readonly slackApiUrl: string;
  /** Of the bot: Postgres; unset: SQLite in a folder of its own. */
  readonly databaseUrl?: string | undefined;
  /** For Node, such as `--cpu-prof`. */
  readonly nodeOptions?: readonly string[];
}

/** An app under load. Resolves to its address once it prints it; throws where it ends before. */
export async function startApp({ which, slackApiUrl, databaseUrl, nodeOptions = [] }: AppOptions) {
  const dataDir = mkdtempSync(join(tmpdir(), 'apology-bench-'));
  const bot = asNpmStarts();
  const child = spawn(
    process.execPath,
    [...nodeOptions, ...(which === 'bare' ? [here('bare-app.ts')] : bot)],
    {
      cwd: dataDir,
      env: {
        PATH: process.env.PATH,
        SLACK_BOT_TOKEN: 'xoxb-bench',
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_API_URL: slackApiUrl,
        ...(databaseUrl === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: databaseUrl }),
        PORT: '0',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  const line = await firstLine(which, createInterface(child.stdout), ended);
  const url = /http:\S+/.exec(line)?.[0];
  if (url === undefined) throw new Error(`the ${which} app said: ${line}`);
  return {
    url,
    pid: child.pid as number,
    async stop(): Promise<void> {
      child.kill();
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type App = Awaited<ReturnType<typeof startApp>>;

/** The words after `node` with which `npm start` starts the bot, for any working folder. */
function asNpmStarts(): string[] {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string().startsWith('node ') }) })
    .parse(JSON.parse(readFileSync(here('../package.json'), 'utf8')));
  const [, ...words] = scripts.start.split(' ');
  return words.map((word) => (word.includes('src/') ? here(`../${word}`) : word));
}

function firstLine(which: string, lines: NodeJS.EventEmitter, ended: Promise<unknown[]>): Promise<string> {
  return new Promise((resolve, reject) => {
    lines.once('line', resolve);
    void ended.then(([code, signal]) =>
      reject(new Error(`the ${which} app ended with ${code ?? signal} before it said where it listens`)),
    );
  });
}
