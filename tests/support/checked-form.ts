import type { Profile } from '../../src/evaluator/profile.ts';
import type { Review } from '../../src/evaluator/review.ts';
import { openBlanks } from '../../src/reviews/open-blanks.ts';
import { checkAnswer } from '../../src/slack/views/check-answer.ts';
import { partsOf } from '../../src/slack/views/draft-inputs.ts';
import { type EditorForm, EMPTY_FORM } from '../../src/slack/views/editor-form.ts';
import { offersOf } from '../../src/slack/views/offers-menu.ts';

/** The editor after a check of this text, with everything in it that can be. */
export function checkedForm(text: string, review: Review, profile: Profile): EditorForm {
  const blanks = [...openBlanks(text), ...(review.rewrite?.blanks ?? [])];
  return {
    ...EMPTY_FORM,
    draft: partsOf(text),
    round: 12,
    more: true,
    fields: { what_happened: 'x'.repeat(2000), customer_words: 'y'.repeat(3000), incident_at: '1772438400' },
    blanks: blanks
      .filter((blank, index) => blanks.findIndex((one) => one.text === blank.text) === index)
      .map((blank) => ({ ...blank, answer: 'z'.repeat(1000) })),
    answer: checkAnswer(review, {
      ...{ text, profile, before: { band: 'hold', score: 0 }, replaced: true, unplaced: 2 },
    }),
    earlier: text,
    checked: 'f'.repeat(16),
    offers: offersOf(Array.from({ length: 20 }, (_, index) => `${index} ${'o'.repeat(190)}`)),
    verdict: review,
    channelId: 'C0123456789',
    conversation: 'C0123456789',
    onlyMe: true,
  };
}
