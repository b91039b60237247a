import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reviewSchema } from '../../src/evaluator/review-schema.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** As `npm run -s check` starts it. */
const { scripts } = z
  .object({ scripts: z.object({ check: z.string().startsWith('node ') }) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
const COMMAND = scripts.check.split(' ').slice(1);
const SPAWN = { cwd: ROOT, env: { PATH: process.env.PATH } };

const check = (args: readonly string[], input: string | Uint8Array = '') =>
  spawnSync(process.execPath, [...COMMAND, ...args], { ...SPAWN, input, encoding: 'utf8' });

const parsedLines = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const BAD = 'Sorry if anyone was affected.';
const GOOD = `Hi Priya,

I'm sorry that I sent your order 4417 to the wrong address on Monday. That was my mistake: I copied your old address. You had no cake for your mother's birthday, and I know how much that day meant.

I refunded the 42 pounds this morning, and I now read every address back before I print a label. I will ring you on Friday to hear whether the money has arrived. Thank you for telling me. If there is anything else I should know, just reply to me here.

Ann`;

let folder: string;
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'apology-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('check, one draft', () => {
  it('prints one review as JSON and says by its exit code that the draft is not good yet', () => {
    const { status, stdout, stderr } = check(['--json', '-'], BAD);
    const review = reviewSchema.parse(JSON.parse(stdout));
    expect(review.findings.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
    expect(review.findings.find(({ rule }) => rule === 'conditional-apology')?.status).toBe('present');
    expect(review.rewrite).toBeDefined();
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it('ends with 0 for a draft that is good', () => {
    const { status, stdout } = check(['--json', '-'], GOOD);
    expect(['good', 'ready']).toContain(reviewSchema.parse(JSON.parse(stdout)).band);
    expect(status).toBe(0);
  });

  it('leaves out the rewrite when asked to', () => {
    const { stdout } = check(['--json', '--no-rewrite', '-'], BAD);
    expect(reviewSchema.parse(JSON.parse(stdout)).rewrite).toBeUndefined();
  });

  it('judges by the channel and by what the context file says', () => {
    const context = file('context.json', JSON.stringify({ sensitive: true, channel: 'email' }));
    const { stdout } = check(['--json', '--context', context, '--channel', 'chat', '-'], BAD);
    const review = reviewSchema.parse(JSON.parse(stdout));
    expect(review.advisories.map(({ flag }) => flag)).toContain('legal-review');
  });

  it('prints the checklist with the quoted words, without colours into a pipe', () => {
    const { stdout, status } = check(['-'], BAD);
    expect(stdout).toContain('┃ Sorry if anyone was affected');
    expect(stdout).toMatch(/^\d+ of 100 · judged by rules/m);
    expect(stdout).not.toContain('\u001b');
    expect(status).toBe(1);
  });
});

describe('check, several files', () => {
  it('names each file, reads on after a missing one, and ends with 2', () => {
    const { status, stdout, stderr } = check([
      file('one.txt', BAD),
      join(folder, 'missing.txt'),
      file('two.txt', GOOD),
    ]);
    expect([...stdout.matchAll(/^── .*?(\w+\.txt) ──$/gm)].map(([, name]) => name)).toEqual([
      'one.txt',
      'two.txt',
    ]);
    expect(stderr).toMatch(/missing\.txt: There is no such file\./);
    expect(status).toBe(2);
  });
});

describe('check --jsonl', () => {
  it('answers in order, names the reason of every bad line, and ends with 2', () => {
    const { status, stdout, stderr } = check(
      ['--jsonl', '-'],
      [
        '{"id":"a","text":"Sorry we lost your key.","channel":"sms","extra":1}',
        'nonsense with my secret draft',
        '',
        '{"id":"b","text":""}',
        '{"id":"c"}',
        '{"id":"d","text":"Sorry.","channel":"fax"}',
        '{"id":"e","text":"Sorry.","context":{"wether":"rain"}}',
        '{"text":"Sorry."}',
        '{"id":7,"text":"Two\u2028lines"}',
      ].join('\n'),
    );
    const lines = parsedLines(stdout);
    expect(lines.map(({ id }) => id)).toEqual(['a', null, 'b', 'c', 'd', 'e', null, 7]);
    expect(lines.map((line) => 'review' in line)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    for (const line of lines) {
      if ('review' in line) reviewSchema.parse(line.review);
      else expect(line.error).toMatch(/\w{4}/);
    }
    expect(lines[1].error).not.toContain('secret');
    expect(lines[5].error).toContain('wether');
    expect(stderr).toBe('');
    expect(status).toBe(2);
  });

  it('ends with 1 when every line was read and one draft needs work', () => {
    const input = [GOOD, BAD].map((text, id) => JSON.stringify({ id, text })).join('\n');
    expect(check(['--jsonl', '-'], input).status).toBe(1);
    expect(check(['--jsonl', '-'], input.split('\n')[0]).status).toBe(0);
  });

  it('answers a line before the next one arrives', async () => {
    const running = spawn(process.execPath, [...COMMAND, '--jsonl', '-'], SPAWN);
    running.stdin.write('{"id":"first","text":"Sorry we lost your key."}\n{"id":"sec');
    const [answer] = await once(running.stdout, 'data');
    expect(JSON.parse(String(answer)).id).toBe('first');
    running.stdin.end();
    await once(running, 'close');
    expect(running.exitCode).toBe(2);
  });
});

describe('check, input it cannot work with', () => {
  const cases: readonly [string, () => ReturnType<typeof check>, RegExp][] = [
    ['no file', () => check([]), /Name a file, or - for standard input/],
    ['an unknown option', () => check(['--jsn', '-'], BAD), /--jsn/],
    ['an unknown channel', () => check(['--channel', 'fax', '-'], BAD), /"fax".*email, chat/],
    ['two drafts with --json', () => check(['--json', 'a', 'b']), /use --jsonl/],
    ['a folder', () => check([folder]), /folder/],
    ['an empty draft', () => check(['-'], ' \n'), /no text/],
    ['a draft that is too long', () => check(['-'], 'sorry '.repeat(3000)), /up to 12000/],
    ['bytes that are no text', () => check(['-'], Uint8Array.of(0xff, 0xfe, 0x53)), /UTF-8/],
    [
      'a context file that is no JSON',
      () => check(['--context', file('c.txt', 'x'), '-'], BAD),
      /c\.txt: This is not JSON/,
    ],
    [
      'a context field that does not exist',
      () => check(['--context', file('d.json', '{"mood":"bad"}'), '-'], BAD),
      /mood/,
    ],
  ];

  it.each(cases)('says what to do about %s', (_name, run, words) => {
    const { status, stdout, stderr } = run();
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('check, a draft that wants to steer the terminal', () => {
  const HOSTILE =
    'Sorry if \u001b[2J\u001b]0;owned\u0007any\u009b31mone \u202ewas\u202c hurt\r\b\b by your parcel.';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  it.each([[['-']], [['--json', '-']]])('shows its control characters as signs (%j)', (args) => {
    const { stdout } = check(args, HOSTILE);
    expect(stdout).toContain('owned');
    expect(stdout).not.toMatch(OBEYED);
  });

  it('keeps them in the value of the JSON, so that quotes are slices of the draft', () => {
    const review = reviewSchema.parse(JSON.parse(check(['--json', '-'], HOSTILE).stdout));
    const quotes = review.findings.flatMap(({ evidence }) => evidence);
    expect(quotes.length).toBeGreaterThan(0);
    for (const { start, end, quote } of quotes) expect(quote).toBe(HOSTILE.slice(start, end));
  });
});

describe('an older Node', () => {
  it('is told which version is needed', () => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '22.17.1' }); await import('./src/preload.js');`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', old], {
      ...SPAWN,
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/needs Node 22\.18 or newer and this is Node 22\.17\.1/);
    expect(status).toBe(1);
  });
});
