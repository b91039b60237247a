import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type OpenStore, openStore } from '../../src/adapters/open-store.ts';
import { SQLITE_FILE } from '../../src/adapters/storage/sqlite-database.ts';
import { digestFiguresSchema } from '../../src/reviews/digests/figures.ts';
import { exampleRequest, HASH_KEY } from '../adapters/example-request.ts';
import { RECORD } from '../adapters/store-contract.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** As `npm run -s digest` starts it. */
const { scripts } = z
  .object({ scripts: z.object({ digest: z.string().startsWith('node ') }) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
const COMMAND = scripts.digest
  .split(' ')
  .slice(1)
  .map((word) => (/^(?:\.|src)\//.test(word) ? join(ROOT, word) : word));

const root = mkdtempSync(join(tmpdir(), 'digest-cli-'));
const DATA_DIR = join(root, 'data');
const hour = (ago: number) => new Date(Date.now() - ago * 3_600_000).toISOString();
const DAY = 24;

const digest = (args: readonly string[], env: Record<string, string> = {}, cwd = root) =>
  spawnSync(process.execPath, [...COMMAND, ...args], {
    cwd,
    env: { PATH: process.env.PATH, DATA_DIR, ...env },
    encoding: 'utf8',
  });

/** The bot runs all the while: it holds its database open, with what was written last in its log. */
let bot: OpenStore;
let drafts = 0;

async function deliver(channelId: string, ago: number, change: { teamId?: string; userId?: string } = {}) {
  drafts += 1;
  const request = exampleRequest({
    ...{ channelId, id: `review-${drafts}`, draft: `Draft ${drafts}`, userId: `U${drafts % 4}` },
    ...{ requestedAt: hour(ago), ...change },
  });
  await bot.store.accept(request);
  const faults = drafts % 2 === 0 ? ['conditional-apology'] : ['blames-others', 'conditional-apology'];
  const present = ['explicit-apology', 'personal-voice'];
  await bot.store.finish(request, {
    ...RECORD,
    rulesVersion: '2',
    score: 55,
    present,
    faults,
    missing: ['repair-offer'],
  });
}

beforeAll(async () => {
  bot = await openStore({
    databaseUrl: undefined,
    dataDir: DATA_DIR,
    hashKey: HASH_KEY,
    onError: (error) => {
      throw error;
    },
  });
  for (let ago = 1; ago <= 8; ago += 1) await deliver('C0BUSY', ago);
  for (let ago = 1; ago <= 6; ago += 1) await deliver('C0BUSY', 10 * DAY + ago);
  for (let ago = 1; ago <= 4; ago += 1) await deliver('C0QUIET', ago);
  for (const teamId of ['T0001', 'T0002']) await deliver('C0TWICE', 1, { teamId });
});
afterAll(async () => {
  await bot.close();
  rmSync(root, { recursive: true, force: true });
});

describe('a digest in a terminal', () => {
  test('tells what Slack tells, with a chart of characters, while the bot runs', () => {
    const { status, stdout, stderr } = digest(['--channel', 'C0BUSY']);
    const told = stdout.replaceAll('\u00a0', ' ');
    expect(stderr).toBe('');
    expect(told).toMatch(
      /^Apologies drafted in C0BUSY, \d+.* \d{4}\n\n8 drafts by 4 people, up from 6 by 4 people/,
    );
    expect(told).toContain(
      '\nWhat came up most\n  - The apology is conditional: 8 of 8 drafts, 100 %, as before\n',
    );
    expect(told).toContain('  - Somebody else gets the blame: 4 of 8 drafts, 50 %');
    expect(told).toContain('One thing to practise: ');
    expect(told).toMatch(/ 50 % {2}█{13}\n/);
    expect(status).toBe(0);
  });

  test('sends no escapes into a pipe', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
    expect(digest(['--channel', 'C0BUSY']).stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  test('takes other periods and the zone whose days are meant', () => {
    const { stdout } = digest(['--channel', 'c0busy', '--period', '30d', '--zone', 'asia/kathmandu']);
    expect(stdout).toContain('14 drafts by 4 people');
    expect(stdout).toContain('Days are those of Asia/Kathmandu.');
  });

  test('says that there is too little, and no figure of it', () => {
    const { status, stdout, stderr } = digest(['--channel', 'C0QUIET']);
    expect(stdout).toMatch(
      /^I have too little to tell about .* at least 5 drafts by 3 people.* --period 30d\n$/,
    );
    expect(stdout).not.toMatch(/median|conditional/i);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('the counts of a digest', () => {
  test('come as CSV without anything that needs quoting', () => {
    const { status, stdout, stderr } = digest(['--channel', 'C0BUSY', '--csv']);
    const [header, ...rows] = stdout.trimEnd().split('\n');
    expect(header).toBe('span,period_from,period_to,figure,rule,value,of');
    for (const row of rows)
      expect(row).toMatch(
        /^(?:period|previous|week),\d{4}-\d\d-\d\dT[\d:.]+Z,\d{4}-\d\d-\d\dT[\d:.]+Z,[a-z_]+,[a-z-]*,-?[\d.]+,\d*$/,
      );
    const figures = rows.map((row) =>
      row
        .split(',')
        .filter((_, index) => index === 0 || index > 2)
        .join(','),
    );
    expect(figures).toEqual(
      expect.arrayContaining([
        'period,drafts,,8,',
        'period,people,,4,',
        'period,median_score,,55,100',
        'period,fault,conditional-apology,8,8',
        'period,missing,repair-offer,8,8',
        'previous,fault,blames-others,3,6',
        'week,drafts,,8,',
      ]),
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('come as JSON that holds what a digest keeps', () => {
    const { stdout } = digest(['--channel', 'C0BUSY', '--json', '--zone', 'UTC']);
    const { figures, ...about } = z.looseObject({ figures: digestFiguresSchema }).parse(JSON.parse(stdout));
    expect(about).toMatchObject({ version: 1, channel: 'C0BUSY', team: 'T0001', zone: 'UTC' });
    expect(figures).toMatchObject({ drafts: 8, people: 4, previous: { drafts: 6 } });
  });

  test.each(['--csv', '--json'])('are not there when they are too few (%s)', (output) => {
    const { status, stdout, stderr } = digest(['--channel', 'C0QUIET', output]);
    expect(stdout).not.toMatch(/conditional|median_score,|drafts,,/);
    if (output === '--csv') {
      expect(stdout.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toContain('too little');
    } else {
      expect(JSON.parse(stdout)).toMatchObject({ figures: null, needed: { drafts: 5, people: 3 } });
    }
    expect(status).toBe(0);
  });

  test('are those of the workspace that is named', () => {
    const { stdout, status } = digest(['--channel', 'C0TWICE', '--team', 'T0002', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ team: 'T0002' });
    expect(status).toBe(0);
  });
});

describe('input it cannot work with', () => {
  const nextYear = new Date().getUTCFullYear() + 1;
  const cases: readonly [string, readonly string[], RegExp][] = [
    ['no channel', [], /--channel C012ABCDEF/],
    ['the name of a channel', ['--channel', '#support'], /"#support" is no id/],
    ['an unknown option', ['--chanel', 'C0BUSY'], /--chanel.*--help/],
    ['a word without an option', ['C0BUSY'], /"C0BUSY"/],
    ['two kinds of output', ['--channel', 'C0BUSY', '--csv', '--json'], /--csv or --json/],
    ['a channel without reviews', ['--channel', 'C0NONE'], /no review of channel C0NONE/],
    ['a channel in two workspaces', ['--channel', 'C0TWICE'], /T0001, T0002.*--team/],
    ['another workspace', ['--channel', 'C0BUSY', '--team', 'T0009'], /in workspace T0009.*T0001/],
    ['what is no workspace', ['--channel', 'C0BUSY', '--team', 'acme'], /"acme" is no id/],
    ['days without their letter', ['--channel', 'C0BUSY', '--period', '30'], /Did you mean --period 30d/],
    ['more days than are kept', ['--channel', 'C0BUSY', '--period', '400d'], /395 days/],
    ['a month to come', ['--channel', 'C0BUSY', '--period', `${nextYear}-01`], /not begun yet/],
    ['a zone that is none', ['--channel', 'C0BUSY', '--zone', 'Berln'], /"Berln".*Europe\/Berlin/],
  ];

  test.each(cases)('says what to do about %s', (_name, args, words) => {
    const { status, stdout, stderr } = digest(args);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('help is no bad input', () => {
    const { status, stdout } = digest(['-h']);
    expect(stdout).toMatch(/^Usage: digest --channel/);
    expect(status).toBe(0);
  });
});

describe('the database', () => {
  test('that is not there is not made', () => {
    const empty = join(root, 'empty');
    mkdirSync(empty);
    const { status, stderr } = digest(['--channel', 'C0BUSY'], { DATA_DIR: '' }, empty);
    expect(stderr).toMatch(/no database in the data directory.*DATA_DIR/);
    expect(existsSync(join(empty, '.data'))).toBe(false);
    expect(status).toBe(2);
  });

  test('is the one that .env names, with how long reviews are kept', () => {
    const cwd = join(root, 'with-env');
    mkdirSync(cwd);
    writeFileSync(join(cwd, '.env'), `DATA_DIR=${DATA_DIR}\nRETENTION_DAYS=20\nSLACK_BOT_TOKEN=xoxb-alone\n`);
    const run = (period: string) =>
      spawnSync(process.execPath, [...COMMAND, '--channel', 'C0BUSY', '--period', period], {
        ...{ cwd, env: { PATH: process.env.PATH }, encoding: 'utf8' },
      });
    expect(run('20d').stdout).toContain('14 drafts');
    expect(run('21d').stderr).toContain('20 days');
  });

  test.each([
    ['a newer', "insert into kysely_migration values ('9999-later', '2030-01-01')", /newer version/],
    ['an older', "delete from kysely_migration where name = '0007-digests'", /older version.*Start the bot/],
  ])('of %s version is refused, and left as it is', async (age, change, words) => {
    const dataDir = join(root, age);
    const store = await openStore({
      databaseUrl: undefined,
      dataDir,
      hashKey: HASH_KEY,
      onError: () => undefined,
    });
    await store.close();
    const file = new Sqlite(join(dataDir, SQLITE_FILE));
    file.exec(change);
    const migrations = () => file.prepare('select name from kysely_migration').pluck().all();
    const before = migrations();
    const { status, stdout, stderr } = digest(['--channel', 'C0BUSY'], { DATA_DIR: dataDir });
    expect(stderr).toMatch(words);
    expect(stdout).toBe('');
    expect(status).toBe(2);
    expect(migrations()).toEqual(before);
    file.close();
  });

  test('that does not answer is named by its variable, without a password', () => {
    const { status, stderr } = digest(['--channel', 'C0BUSY'], {
      DATABASE_URL: 'postgres://bot:secret@127.0.0.1:1/none',
    });
    expect(stderr).toMatch(/DATABASE_URL/);
    expect(stderr).not.toContain('secret');
    expect(status).toBe(2);
  });

  test('is not looked for where the environment is wrong', () => {
    const { status, stderr } = digest(['--channel', 'C0BUSY'], { DATABASE_URL: 'mysql://x' });
    expect(stderr).toMatch(/DATABASE_URL must be a postgres:\/\/ address/);
    expect(stderr).not.toContain('cannot start');
    expect(status).toBe(2);
  });
});
