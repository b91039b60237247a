import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// What the start of `check` costs, in counts that are the same on every machine. The ceilings only move down: where
// one is in the way, the question is what a first review does without.

/** Without those of single rules and repairs, so that a rule more is free. */
const MOST_MODULES = 95;
const MOST_MODEL_BYTES = 1_577_130;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What `check` loads until its first review is printed. */
function loadedBy(...args: readonly string[]): string[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', here('../support/loaded-modules.ts'), here('../../src/cli/check.ts'), ...args],
    { input: 'Sorry if anyone was affected.', encoding: 'utf8' },
  );
  expect(stdout).not.toBe('');
  expect(status).toBeLessThan(2);
  return stderr.trim().split('\n');
}

it('check loads no package for its first review, and no more of our own modules than before', () => {
  const loaded = loadedBy('-');
  expect(loaded.filter((url) => url.includes('/node_modules/'))).toEqual([]);
  const shared = loaded.filter(
    (url) => !/^node:|\/rules\/(?:components|faults|gates)\/|\/repairs\//.test(url),
  );
  expect(shared.length).toBeLessThanOrEqual(MOST_MODULES);
});

it('check --help loads nothing that reads a draft', () => {
  expect(loadedBy('--help').filter((url) => url.includes('/rules/'))).toEqual([]);
});

it('the model is no larger than before', () => {
  const folder = here('../../src/evaluator/classifier/');
  const files = readdirSync(folder).filter((name) => !name.endsWith('.ts'));
  expect(files).toEqual(['model.bin']);
  expect(statSync(`${folder}model.bin`).size).toBeLessThanOrEqual(MOST_MODEL_BYTES);
});
