import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { reviewSchema } from '../../src/evaluator/review.ts';

const COMMAND = fileURLToPath(new URL('../../src/cli/check.ts', import.meta.url));
const check = (args: readonly string[], input: string) =>
  spawnSync(process.execPath, [COMMAND, ...args], { input, encoding: 'utf8' });

describe('check', () => {
  it('prints one review as JSON and says by its exit code that the draft is not good yet', () => {
    const { status, stdout } = check(['--json', '-'], 'Sorry if anyone was affected.');
    const review = reviewSchema.parse(JSON.parse(stdout));
    expect(review.findings).toHaveLength(29);
    expect(review.findings.find(({ rule }) => rule === 'conditional-apology')?.status).toBe('present');
    expect(status).toBe(1);
  });

  it('answers many drafts in order, names a bad line, and ends with 2', () => {
    const { status, stdout } = check(
      ['--jsonl', '-'],
      '{"id":"a","text":"Sorry we lost your key."}\nnonsense\n{"id":"b","text":"Hello"}\n',
    );
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['a', null, 'b']);
    expect(lines[1].error).toBeTypeOf('string');
    expect(status).toBe(2);
  });

  it('prints no colours into a pipe and no escape sequence of the draft', () => {
    const { stdout } = check(['-'], 'Sorry if \u001b[31mred\u001b[0m things happened to your order.');
    expect(stdout).not.toContain('\u001b');
    expect(stdout.length).toBeGreaterThan(50);
  });

  it('says what to do about a file that is not there', () => {
    const { status, stderr, stdout } = check(['no-such-draft.txt'], '');
    expect(stderr).toContain('no-such-draft.txt');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});
