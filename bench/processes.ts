import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const SIGNING_SECRET = 'bench-signing-secret';

const ready = z.object({ url: z.string() });
const posted = z.object({ id: z.string(), at: z.number() });

/** The stand-in for Slack. `onReply` hears of every reply in a thread, with its time in ms. */
export async function startWebApi(onReply: (id: string, at: number) => void) {
  const child = fork(here('web-api-stub.ts'));
  const [first] = await once(child, 'message');
  child.on('message', (message) => {
    const { id, at } = posted.parse(message);
    onReply(id, at);
  });
  return { slackApiUrl: ready.parse(first).url, stop: () => child.kill() };
}

/** An app under load. Resolves to its address once it prints it. */
export async function startApp(which: 'bare' | 'bot', slackApiUrl: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'apology-bench-'));
  const args =
    which === 'bare'
      ? [here('bare-app.ts')]
      : ['--import', here('../src/preload.js'), here('../src/main.ts')];
  const child = spawn(process.execPath, args, {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slackApiUrl,
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'error',
      // One person asks on and on.
      MAX_DRAFTS_PER_PERSON: '1000000',
      MAX_DRAFTS_PER_WORKSPACE: '1000000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const url = /http:\S+/.exec(line)?.[0];
  if (url === undefined) throw new Error(`the ${which} app said: ${line}`);
  return {
    url,
    async stop(): Promise<void> {
      child.kill();
      await once(child, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
