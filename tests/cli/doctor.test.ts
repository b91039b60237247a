import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/adapters/open-store.ts';
import { SQLITE_FILE } from '../../src/adapters/storage/sqlite-database.ts';
import { BOT_SCOPES } from '../../src/slack/oauth/scopes.ts';
import { HASH_KEY } from '../adapters/example-request.ts';
import { EXAMPLE } from '../adapters/installations-contract.ts';
import { BOT_TOKEN, startLocalSlack } from '../support/local-slack.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';
import { findPostgres, NO_POSTGRES, startPostgres } from '../support/postgres.ts';
import { startMain } from '../support/start-main.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const SECRETS = {
  bot: 'xoxb-canary-bot',
  app: 'xapp-canary-app',
  signing: 'canary-signing-secret',
  key: 'ca'.repeat(32),
};

/** What Slack answers: by the method, besides what a test says. */
interface Slack {
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** How much Slack's clock is ahead, in ms. */
  readonly ahead?: number;
}
const SCOPES = Object.keys(BOT_SCOPES).join(',');
const USUAL: Readonly<Record<string, Slack>> = {
  'auth.test': {
    body: { ok: true, team: 'Northline', bot_id: 'B1' },
    headers: { 'x-oauth-scopes': SCOPES },
  },
  'apps.connections.open': { body: { ok: true, url: 'wss://canary-ticket' } },
  'api.test': { body: { ok: true } },
};
let answers: Record<string, Slack>;
let asked: { method: string; token: string }[];
let slack: LoopbackServer;
const root = mkdtempSync(join(tmpdir(), 'doctor-'));

beforeAll(async () => {
  slack = await startLoopbackServer((request, _body, response) => {
    const method = (request.url ?? '').replace('/api/', '');
    asked.push({ method, token: (request.headers.authorization ?? '').replace('Bearer ', '') });
    const { body, headers, ahead = 0 } = answers[method] ?? { body: { ok: false, error: 'unknown_method' } };
    const date = new Date(Date.now() + ahead).toUTCString();
    response
      .writeHead(200, { 'content-type': 'application/json', date, ...headers })
      .end(JSON.stringify(body));
  });
});
beforeEach(() => {
  answers = { ...USUAL };
  asked = [];
});
afterAll(async () => {
  await slack.close();
  rmSync(root, { recursive: true, force: true });
});

let folders = 0;
function freshFolder(): string {
  folders += 1;
  const folder = join(root, `data-${folders}`);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

const http = (): Record<string, string> => ({
  SLACK_BOT_TOKEN: SECRETS.bot,
  SLACK_SIGNING_SECRET: SECRETS.signing,
  SLACK_API_URL: `${slack.url}/api/`,
  DATA_DIR: freshFolder(),
  PORT: '0',
});
const oauth = (): Record<string, string> => ({
  SLACK_CLIENT_ID: '1.1',
  SLACK_CLIENT_SECRET: 'canary-client-secret',
  SLACK_STATE_SECRET: 'canary-state-secret',
  SLACK_SIGNING_SECRET: SECRETS.signing,
  SLACK_API_URL: `${slack.url}/api/`,
  ENCRYPTION_KEY: SECRETS.key,
  DATA_DIR: freshFolder(),
  PORT: '0',
});

interface Said {
  readonly code: number;
  readonly lines: readonly string[];
  readonly stderr: string;
}

/** As `npm run -s doctor` starts it; whatever is the matter, no secret is said. */
const doctor = (env: Readonly<Record<string, string>>, ...args: string[]): Promise<Said> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--import', at('src/preload.js'), at('src/cli/doctor.ts'), ...args],
      { cwd: root, env: { PATH: process.env.PATH, ...env } },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') return reject(error);
        for (const secret of ['canary', 'caca', BOT_TOKEN, root])
          expect(stdout + stderr).not.toContain(secret);
        resolve({ code: Number(error?.code ?? 0), lines: stdout.trimEnd().split('\n'), stderr });
      },
    );
  });

const troubles = ({ lines }: Said): string[] =>
  lines.filter((line) => line.startsWith('look here')).map((line) => line.replace(/^look here +/, ''));

async function makeStore(dataDir: string, encryptionKeys: readonly Uint8Array[] = []) {
  const onError = (error: unknown): never => {
    throw error;
  };
  return openStore({ ...{ databaseUrl: undefined, dataDir, encryptionKeys }, hashKey: HASH_KEY, onError });
}

describe('all is well', () => {
  test('with one workspace over HTTP, before the first start', async () => {
    const said = await doctor(http());
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.lines.map((line) => /^ok {9}([^:]+): /.exec(line)?.[1])).toEqual([
      ...['configuration', 'bot token', 'scopes', 'clock', 'data folder', 'disk', 'database', 'port'],
    ]);
    expect(said.lines.join('\n')).toMatch(/in the workspace Northline.*there is none yet/s);
    expect(asked).toEqual([{ method: 'auth.test', token: SECRETS.bot }]);
  });

  test('over Socket Mode, where each token is asked for what it is for', async () => {
    const { SLACK_SIGNING_SECRET: _, ...env } = http();
    const said = await doctor({ ...env, SLACK_APP_TOKEN: SECRETS.app });
    expect([said.code, troubles(said)]).toEqual([0, []]);
    expect(asked).toEqual([
      { method: 'auth.test', token: SECRETS.bot },
      { method: 'apps.connections.open', token: SECRETS.app },
    ]);
  });

  test('in the sandbox, which it names', async () => {
    const said = await doctor({ PORT: '0' });
    expect(said.code).toBe(0);
    expect(said.lines[0]).toContain('opens a workspace on this machine');
    expect(asked).toEqual([]);
  });

  test('while the bot runs, and answers at its address', async () => {
    const local = await startLocalSlack();
    const env: Record<string, string> = { ...http(), SLACK_BOT_TOKEN: BOT_TOKEN };
    const main = await startMain({ ...env, SLACK_API_URL: `${local.url}/api/` });
    const files = readdirSync(env.DATA_DIR ?? '').sort();
    const said = await doctor({ ...env, PORT: new URL(main.url).port }, '--url', main.url);
    expect(readdirSync(env.DATA_DIR ?? '').sort()).toEqual(files);
    await main.stop();
    await local.close();
    expect([said.code, troubles(said)]).toEqual([0, []]);
    expect(said.lines.join('\n')).toMatch(/of this version and can be written to.*is ready.*with 401/s);
  });
});

describe('the configuration', () => {
  test('is told with every problem at once, and what stands in the wrong place', async () => {
    const said = await doctor({
      SLACK_BOT_TOKEN: 'xoxp-canary',
      SLACK_SIGNING_SECRET: 'xapp-canary',
      PORT: 'canary',
      DATABASE_URL: 'mysql://canary@db/',
    });
    expect(said.code).toBe(1);
    expect(troubles(said)).toEqual([
      expect.stringMatching(/SLACK_BOT_TOKEN must be a bot token.*it holds the token of a person/),
      expect.stringMatching(/SLACK_SIGNING_SECRET must .*it holds an app-level token/),
      expect.stringMatching(/DATABASE_URL must be a postgres/),
      expect.stringMatching(/PORT must be a whole number/),
    ]);
  });
});

describe('Slack', () => {
  const cases: readonly [string, string, Slack, RegExp][] = [
    [
      'a token it refuses',
      'auth.test',
      { body: { ok: false, error: 'invalid_auth' } },
      /^bot token: .*invalid_auth.*SLACK_BOT_TOKEN/,
    ],
    [
      'the token of a person',
      'auth.test',
      { ...USUAL['auth.test'], body: { ok: true } },
      /^bot token: it is not the token of a bot.*xoxb/,
    ],
    [
      'scopes that lack some',
      'auth.test',
      { ...USUAL['auth.test'], headers: { 'x-oauth-scopes': 'chat:write,commands' } },
      /^scopes: users:read, app_mentions:read not granted.*manifest\.yml.*install/,
    ],
    [
      'scopes it does not tell',
      'auth.test',
      { body: USUAL['auth.test']?.body ?? {} },
      /^scopes: .*does not say/,
    ],
    [
      'a clock that is behind',
      'auth.test',
      {
        ...USUAL['auth.test'],
        ahead: 130_000,
      },
      /^clock: 1[23]\d s behind .*NTP/,
    ],
    [
      'a clock that is ahead',
      'auth.test',
      {
        ...USUAL['auth.test'],
        ahead: -130_000,
      },
      /^clock: 1[34]\d s ahead of .*NTP/,
    ],
    ['what is no answer of its', 'auth.test', { body: ['canary'] }, /^Slack: .*SLACK_API_URL/],
  ];
  test.each(cases)('%s', async (_name, method, answer, words) => {
    answers[method] = answer;
    const said = await doctor(http());
    expect(troubles(said)).toEqual([expect.stringMatching(words)]);
    expect(said.code).toBe(1);
  });

  test('a half minute is no problem, and more scopes than needed are named', async () => {
    answers['auth.test'] = {
      ...USUAL['auth.test'],
      headers: { 'x-oauth-scopes': `${SCOPES}, files:read` },
      ahead: -30_000,
    };
    const said = await doctor(http());
    expect(said.code).toBe(0);
    expect(said.lines.join('\n')).toContain('more than needed: files:read');
  });

  test('a token that rotates, which one workspace alone cannot renew', async () => {
    const said = await doctor({ ...http(), SLACK_BOT_TOKEN: 'xoxe.xoxb-canary' });
    expect(troubles(said)).toEqual([expect.stringMatching(/twelve hours.*OAuth/)]);
  });

  test('no connection with the app-level token', async () => {
    answers['apps.connections.open'] = { body: { ok: false, error: 'missing_scope' } };
    const said = await doctor({ ...http(), SLACK_APP_TOKEN: SECRETS.app });
    expect(troubles(said)).toEqual([
      expect.stringMatching(/^app-level token: .*missing_scope.*connections:write/),
    ]);
  });
});

describe('the database', () => {
  test('of a newer version is a trouble, an older one is not', async () => {
    const env = http();
    await (await makeStore(env.DATA_DIR ?? '')).close();
    const file = new Sqlite(join(env.DATA_DIR ?? '', SQLITE_FILE));
    file.exec("insert into kysely_migration values ('9999-later', '2030-01-01')");
    expect(troubles(await doctor(env))).toEqual([expect.stringMatching(/^database: .*newer version/)]);
    file.exec("delete from kysely_migration where name in ('9999-later', '0007-digests')");
    file.close();
    const said = await doctor(env);
    expect(said.code).toBe(0);
    expect(said.lines.join('\n')).toMatch(/older version.*backup/);
  });

  test('that is none', async () => {
    const env = http();
    writeFileSync(join(env.DATA_DIR ?? '', SQLITE_FILE), 'canary'.repeat(1000));
    expect(troubles(await doctor(env))).toEqual([expect.stringMatching(/^database: .*DATA_DIR/)]);
  });

  test('in a folder that others can get into, or in none', async () => {
    const env = http();
    chmodSync(env.DATA_DIR ?? '', 0o755);
    expect(troubles(await doctor(env))).toEqual([
      expect.stringMatching(/^data folder: other users.*chmod 700/),
    ]);
    writeFileSync(join(root, 'a-file'), '');
    const said = await doctor({ ...env, DATA_DIR: join(root, 'a-file', 'data') });
    expect(troubles(said)).toEqual([expect.stringMatching(/^data folder: .*is no folder/)]);
  });

  test('that does not answer', async () => {
    const said = await doctor({ ...http(), DATABASE_URL: 'postgres://bot:canary@127.0.0.1:1/none' });
    expect(troubles(said)).toEqual([expect.stringMatching(/^database: .*DATABASE_URL/)]);
  });

  test('that takes no writes', async ({ skip }) => {
    const bin = findPostgres();
    if (bin === undefined) return skip(NO_POSTGRES);
    const server = await startPostgres(bin);
    try {
      const DATABASE_URL = await server.createDatabase();
      const made = await openStore({
        databaseUrl: DATABASE_URL,
        dataDir: '',
        hashKey: HASH_KEY,
        onError: () => undefined,
      });
      await made.close();
      const env = { ...http(), DATABASE_URL };
      expect((await doctor(env)).code).toBe(0);
      const readOnly = `${DATABASE_URL}?options=-c%20default_transaction_read_only%3Don`;
      const said = await doctor({ ...env, DATABASE_URL: readOnly });
      expect(troubles(said)).toEqual([expect.stringMatching(/^database: .*not written to/)]);
    } finally {
      await server.remove();
    }
  });
});

describe('installations', () => {
  const [RIGHT, OTHER] = [Buffer.from(SECRETS.key, 'hex'), new Uint8Array(32)] as const;

  async function installed(dataDir: string, key: Uint8Array, scopes: readonly string[]) {
    const opened = await makeStore(dataDir, [key]);
    await opened.installations.save({ ...EXAMPLE, bot: { ...EXAMPLE.bot, scopes } });
    await opened.close();
  }

  test('that open with the key and have all scopes are well', async () => {
    const env = oauth();
    await installed(env.DATA_DIR ?? '', RIGHT, Object.keys(BOT_SCOPES));
    const said = await doctor(env);
    expect([said.code, troubles(said)]).toEqual([0, []]);
    expect(said.lines.join('\n')).toContain('opens what is stored of one workspace');
    expect(asked).toEqual([{ method: 'api.test', token: '' }]);
  });

  test('of another key are told, until it is there as the previous one', async () => {
    const env = oauth();
    await installed(env.DATA_DIR ?? '', OTHER, Object.keys(BOT_SCOPES));
    const said = await doctor(env);
    expect(troubles(said)).toEqual([expect.stringMatching(/^encryption key: .*ENCRYPTION_KEY_PREVIOUS/)]);
    expect((await doctor({ ...env, ENCRYPTION_KEY_PREVIOUS: '00'.repeat(32) })).code).toBe(0);
  });

  test('with fewer scopes than the manifest are told', async () => {
    const env = oauth();
    await installed(env.DATA_DIR ?? '', RIGHT, ['commands']);
    expect(troubles(await doctor(env))).toEqual([
      expect.stringMatching(/^scopes: one workspace .*\/slack\/install/),
    ]);
  });
});

describe('the way of requests', () => {
  test('a port that another program has', async () => {
    const taken = await startLoopbackServer((_request, _body, response) => void response.end('welcome'));
    const said = await doctor({ ...http(), PORT: new URL(taken.url).port });
    await taken.close();
    expect(troubles(said)).toEqual([expect.stringMatching(/^port: another program.*PORT/)]);
  });

  test.each([
    [401, /asks for a login/],
    [404, /something else answers/],
    [502, /the bot does not run/],
    [301, /leads elsewhere/],
    [200, /something else answers/],
  ])('an address that answers %d', async (status, words) => {
    const paths: string[] = [];
    const proxy = await startLoopbackServer((request, _body, response) => {
      paths.push(`${request.method} ${request.url}`);
      response
        .writeHead(status, { location: '/', ...(status === 401 ? { 'www-authenticate': 'Basic' } : {}) })
        .end();
    });
    const said = await doctor(http(), '--url', `${proxy.url}/slack/events`);
    await proxy.close();
    expect(paths).toEqual(['POST /slack/events']);
    expect(troubles(said)).toEqual([expect.stringMatching(words)]);
  });

  test('an address at which nothing answers', async () => {
    const gone = await startLoopbackServer(() => undefined);
    await gone.close();
    expect(troubles(await doctor(http(), '--url', gone.url))).toEqual([
      expect.stringMatching(/nothing answers/),
    ]);
  });
});

test.each([
  [['--url', 'http://bot.example.com'], /https address/],
  [['--url', 'bot'], /https address/],
  [['--uri', 'x'], /--uri.*--help/],
  [['all'], /"all"/],
])('options it cannot work with: %s', async (args, words) => {
  const { code, lines, stderr } = await doctor({}, ...args);
  expect([code, lines]).toEqual([2, ['']]);
  expect(stderr).toMatch(words);
});

test('help is no bad option', async () => {
  const { code, lines } = await doctor({}, '--help');
  expect([code, lines[0]]).toEqual([0, 'Usage: doctor [--url ADDRESS]']);
});
