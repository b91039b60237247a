import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const SIGNING_SECRET = 'a-secret-of-the-crash-loop';

export interface BotOptions {
  readonly slackApiUrl: string;
  readonly mode: 'http' | 'socket';
  readonly dataDir: string;
  /** Postgres; unset: SQLite in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly role?: 'all' | 'web' | 'worker';
}

/** The process that `npm start` runs; resolves once it takes requests. */
export async function startBot({ slackApiUrl, mode, dataDir, databaseUrl, role = 'all' }: BotOptions) {
  const entrance =
    mode === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: 'xapp-1-crash' };
  const store = databaseUrl === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: databaseUrl, ROLE: role };
  const child = spawn(process.execPath, ['--import', at('src/preload.js'), at('src/main.ts')], {
    // A folder without a file of settings.
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: 'xoxb-crash',
      SLACK_API_URL: slackApiUrl,
      PORT: '0',
      LOG_LEVEL: 'error',
      // One person asks on and on.
      MAX_DRAFTS_PER_PERSON: '1000000',
      MAX_DRAFTS_PER_WORKSPACE: '1000000',
      ...entrance,
      ...store,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
    });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
      if (address !== undefined && said.includes('\n')) resolve(address);
    });
    void ended.then(() => reject(new Error(`the bot ended and said: ${said}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    said: () => said,
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    /** `kill -9`, unless said otherwise; resolves when it is dead. */
    async end(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
      child.kill(signal);
      await ended;
    },
  };
}

export type Bot = Awaited<ReturnType<typeof startBot>>;
