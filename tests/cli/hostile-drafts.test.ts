import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { hostileDrafts } from '../../scripts/hostile-drafts.ts';
import { MAX_DRAFT } from '../../src/errors.ts';
import { reviewSchema } from '../../src/evaluator/review-schema.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DRAFTS = hostileDrafts();
/** The others are too long, and told so. */
const READ = DRAFTS.filter(({ text }) => text.length <= MAX_DRAFT);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const check = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, ['--import', './src/preload.js', 'src/cli/check.ts', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, FORCE_COLOR: '0' },
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });

const answerSchema = z.object({ id: z.string(), review: reviewSchema.optional() });

let folder: string;
let files: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  files = DRAFTS.map(({ id, text }, index) => {
    // A name may be as bad as what is in it, but for a slash and a NUL.
    const trick = text.slice(0, 20).replace(/[/\0]/g, '_').toWellFormed();
    const path = join(folder, `${id}${index % 2 === 0 ? '' : trick}.txt`);
    writeFileSync(path, text);
    return path;
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every hostile draft is shown by check without a sign that a terminal obeys', () => {
  const { stdout, stderr, status } = check(files);
  expect(status).toBe(2);
  for (const { id } of DRAFTS) expect(stdout + stderr).toContain(id);
  expect(OBEYED.exec(stdout + stderr)).toBeNull();
  expect(stderr.match(/^check: .* has \d+ characters and I read up to 12000/gm)).toHaveLength(
    DRAFTS.length - READ.length,
  );
  // Each draft begins where we say so: none of them has forged a heading of its own.
  expect(stdout.match(/^── .* ──$/gm)).toHaveLength(READ.length);
});

test('check --jsonl answers every hostile draft with one line of JSON, in order', () => {
  const { stdout, stderr, status } = check(
    ['--jsonl', '-'],
    DRAFTS.map((draft) => `${JSON.stringify(draft)}\n`).join(''),
  );
  expect([stderr, status]).toEqual(['', 2]);
  expect(OBEYED.exec(stdout)).toBeNull();
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => answerSchema.parse(JSON.parse(line)));
  expect(answers.map(({ id }) => id)).toEqual(DRAFTS.map(({ id }) => id));
  expect(answers.filter(({ review }) => review)).toHaveLength(READ.length);
  for (const [index, { review }] of answers.entries()) {
    for (const { start, end, quote } of review?.findings.flatMap(({ evidence }) => evidence) ?? [])
      expect(quote).toBe(DRAFTS[index]?.text.slice(start, end));
  }
});

const KINDS = Object.values(Object.groupBy(READ, ({ kind }) => kind)).map((drafts = []) => drafts[0]);

test.each(KINDS.map((draft) => [draft?.kind, draft]))(
  'check --json of a draft with %s is JSON',
  (_, draft) => {
    const { stdout } = check(['--json', '-'], draft?.text.toWellFormed());
    expect(OBEYED.exec(stdout)).toBeNull();
    expect(reviewSchema.parse(JSON.parse(stdout)).version).toBe(1);
  },
);
