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
  nearlyAsLongAsAllowed: { most: 20 },
};

describe('a review reads few texts', () => {
  it('of about 120 words', () => within(CEILINGS.ofAbout120Words, drafts()));

  it('of any length', () => within(CEILINGS.ofAnyLength, allDrafts()));

  it('nearly as long as allowed, where fewer edits are tried, and still mends some of it', () => {
    const faulty = allDrafts().filter((text) => evaluate(text).score.band === 'hold');
    // Room is left for what a rewrite asks.
    const length = MAX_DRAFT - 500;
    const long = (from: number): string => faulty.slice(from).join('\n\n').slice(0, length);
    const longest = [0, 20, 40, 60].map(long);
    for (const text of longest) expect(text).toHaveLength(length);
    const reviews = longest.map(reviewed);
    expect(Math.max(...reviews.map(({ readings }) => readings))).toBeLessThanOrEqual(
      CEILINGS.nearlyAsLongAsAllowed.most,
    );
    for (const { changes } of reviews) expect(changes).not.toEqual([]);
  });
});

function within({ mean, most }: { mean: number; most: number }, texts: readonly string[]): void {
  const counts = texts.map((text) => reviewed(text).readings);
  expect(Math.max(...counts)).toBeLessThanOrEqual(most);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThanOrEqual(mean);
}

function reviewed(text: string) {
  let readings = 1;
  const { changes } = rewriteDraft(evaluate(text), (now, given) => {
    readings += 1;
    return evaluate(now, given);
  });
  return { readings, changes };
}
