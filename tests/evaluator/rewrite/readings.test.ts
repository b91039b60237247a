import { describe, expect, it } from 'vitest';
import { allDrafts, drafts } from '../../../bench/drafts.ts';
import { MAX_DRAFT } from '../../../src/errors.ts';
import { evaluate } from '../../../src/evaluator/evaluate.ts';
import { rewriteDraft } from '../../../src/evaluator/rewrite/rewrite-draft.ts';

/**
 * How often a review may read a text, the draft counted: nearly all of its time, and nobody else is served meanwhile.
 * These only move down.
 */
const CEILINGS = {
  ofAbout120Words: { mean: 2.37, most: 9 },
  ofAnyLength: { mean: 2.81, most: 29 },
  asLongAsAllowed: { most: 20 },
};

describe('a review reads few texts', () => {
  it('of about 120 words', () => within(CEILINGS.ofAbout120Words, drafts()));

  it('of any length', () => within(CEILINGS.ofAnyLength, allDrafts()));

  it('as long as allowed, where fewer edits are tried', () => {
    const faulty = allDrafts().filter((text) => evaluate(text).score.band === 'hold');
    const long = (from: number): string => faulty.slice(from).join('\n\n').slice(0, MAX_DRAFT);
    const longest = [0, 20, 40, 60].map(long);
    expect(longest.map(({ length }) => length)).toEqual(longest.map(() => MAX_DRAFT));
    expect(Math.max(...longest.map(readings))).toBeLessThanOrEqual(CEILINGS.asLongAsAllowed.most);
  });
});

function within({ mean, most }: { mean: number; most: number }, texts: readonly string[]): void {
  const counts = texts.map(readings);
  expect(Math.max(...counts)).toBeLessThanOrEqual(most);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThanOrEqual(mean);
}

function readings(text: string): number {
  let count = 1;
  rewriteDraft(evaluate(text), (now, given) => {
    count += 1;
    return evaluate(now, given);
  });
  return count;
}
