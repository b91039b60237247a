import { expect, test } from 'vitest';
import { RULES } from '../../../src/evaluator/rules/index.ts';
import { practiceOf } from '../../../src/reviews/digests/practice.ts';
import { draftsIn } from '../../support/counted-reviews.ts';

const COMPONENTS = RULES.filter(({ kind }) => kind === 'component').map(({ id }) => id);
/** A draft that has every part but these. */
const lacking = (...missing: string[]) => ({
  missing,
  present: COMPONENTS.filter((id) => !missing.includes(id)),
});

test('what would lift the median most is practised, though it is neither the most frequent nor the worst', () => {
  const drafts = draftsIn(0, 5, (index) => {
    // The worst, once: nothing that happens to one draft moves the one in the middle.
    if (index === 0) return { ...lacking(), faults: ['blames-customer'], score: 49 };
    if (index < 4) return { ...lacking('repair-offer', 'thanks-customer'), score: 79 };
    return { ...lacking('thanks-customer'), score: 96 };
  });
  // 17 of 100 come back and the cap of 79 is gone; what is left is the missing thanks.
  expect(practiceOf(drafts, RULES)).toEqual({ rule: 'repair-offer', drafts: 3, medianThen: 96 });
});

test('where the median stays whatever is mended, the mean decides', () => {
  const drafts = draftsIn(0, 5, (index) => {
    if (index === 0) return { ...lacking('empathy-impact'), score: 89 };
    if (index === 1) return { ...lacking('follow-up'), score: 96 };
    return { ...lacking(), score: 100 };
  });
  expect(practiceOf(drafts, RULES)).toEqual({ rule: 'empathy-impact', drafts: 1, medianThen: 100 });
});

test('a channel may weigh things otherwise', () => {
  const drafts = draftsIn(0, 5, () => ({
    ...lacking(),
    faults: ['over-explaining', 'minimising'],
    score: 88,
  }));
  expect(practiceOf(drafts, RULES)?.rule).toBe('minimising');
  const rules = RULES.map((rule) => (rule.id === 'over-explaining' ? { ...rule, points: 9 } : rule));
  expect(practiceOf(drafts, rules)?.rule).toBe('over-explaining');
});

test('there is nothing to practise where nothing would lift a score', () => {
  expect(practiceOf([], RULES)).toBeUndefined();
  const open = draftsIn(0, 5, () => ({ ...lacking(), faults: ['unfilled-placeholder'], score: 100 }));
  expect(practiceOf(open, RULES)).toBeUndefined();
});
