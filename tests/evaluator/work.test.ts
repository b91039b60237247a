import { beforeAll, expect, it, vi } from 'vitest';
import { drafts } from '../../bench/drafts.ts';
import { Vocabulary } from '../../src/evaluator/classifier/vocabulary.ts';
import { parseDraft } from '../../src/evaluator/draft.ts';
import { evaluate } from '../../src/evaluator/evaluate.ts';
import { countPatternWork } from '../support/pattern-work.ts';

/**
 * How much work it may make to evaluate drafts of about 120 words, on average over those of the bench. Counted, not
 * timed, so that a slow machine changes nothing. A ceiling only moves down: who makes the work less writes the new
 * count here, and who needs more says why in the change.
 */
const CEILINGS = {
  'characters that patterns go over, per character of the draft': 25.6,
  'starts of patterns, per word': 4.05,
  'looks for a feature, per word': 7.18,
};

const texts = drafts();
const words = texts.reduce((sum, text) => sum + parseDraft(text).wordCount, 0);
const characters = texts.reduce((sum, text) => sum + text.length, 0);

// The first evaluation reads the model.
beforeAll(() => void evaluate('Sorry.'));

it('a draft makes no more work than it did', () => {
  const looks = vi.spyOn(Vocabulary.prototype, 'indexOf');
  const patterns = countPatternWork(() => {
    for (const text of texts) evaluate(text);
  });
  const counted: typeof CEILINGS = {
    'characters that patterns go over, per character of the draft': patterns.characters / characters,
    'starts of patterns, per word': patterns.starts / words,
    'looks for a feature, per word': looks.mock.calls.length / words,
  };
  for (const [what, ceiling] of Object.entries(CEILINGS))
    expect(counted[what as keyof typeof CEILINGS], what).toBeLessThanOrEqual(ceiling);
});

it('patterns go over a character of a long draft no oftener than over one of a short draft', () => {
  const prose = texts.join('\n\n');
  const perCharacter = (length: number) =>
    countPatternWork(() => void evaluate(prose.slice(0, length))).characters / length;
  expect(perCharacter(12_000)).toBeLessThanOrEqual(1.2 * perCharacter(1500));
});
