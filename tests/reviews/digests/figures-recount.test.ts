import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestFigures } from '../../../src/reviews/digests/digest-figures.ts';
import { digestFiguresSchema, isTooLittle } from '../../../src/reviews/digests/figures.ts';
import { anyReviews, anyWeighing, EIGHT_WEEKS, rulesIn, weeksFrom } from '../../support/counted-reviews.ts';
import { plainRecount } from '../../support/plain-recount.ts';

/** A digest of one, two or four weeks. */
const anySpans = fc.constantFrom(1, 2, 4).map((length) => ({
  period: weeksFrom(8 - length, length),
  previous: weeksFrom(8 - 2 * length, length),
  weeks: EIGHT_WEEKS,
}));

/** A channel that may have got rid of one fault, which was in every draft before. */
const anyChannel = fc
  .tuple(
    fc.oneof(anyReviews(20), anyReviews(120)),
    anySpans,
    anyWeighing,
    fc.option(fc.constantFrom('sorry-but', 'minimising')),
  )
  .map(([reviews, spans, weighing, gone]) => {
    const changed = reviews.map((review) => {
      if (gone === null || review.present.length === 0) return review;
      const faults = review.faults.filter((fault) => fault !== gone);
      return { ...review, faults: review.requestedAt < spans.period.from ? [...faults, gone] : faults };
    });
    return { reviews: changed, spans, weighing };
  });

test('every figure is what a plain recount of the reviews says', () => {
  fc.assert(
    fc.property(anyChannel, ({ reviews, spans, weighing }) => {
      const rules = rulesIn(weighing);
      expect(digestFigures(reviews, spans, rules)).toEqual(plainRecount(reviews, spans, rules));
    }),
  );
});

test('nothing beside the period itself is told of fewer than five drafts or three people', () => {
  fc.assert(
    fc.property(anyChannel, ({ reviews, spans, weighing }) => {
      const rules = rulesIn(weighing);
      const { previous, edited, weeks } = digestFigures(reviews, spans, rules);
      const told = [previous, edited, ...weeks].filter((counts) => counts !== undefined);
      expect(told.filter(isTooLittle)).toEqual([]);
    }),
  );
});

test('the weeks follow one another up to the last, and leave no draft out unless they are too few together', () => {
  fc.assert(
    fc.property(anyChannel, ({ reviews, spans, weighing }) => {
      const rules = rulesIn(weighing);
      const { weeks } = digestFigures(reviews, spans, rules);
      const all = digestFigures(reviews, { ...spans, period: weeksFrom(0, 8) }, rules);
      const told = weeks.reduce((total, { drafts }) => total + drafts, 0);
      expect(told).toBe(isTooLittle(all) ? 0 : all.drafts);
      if (weeks.length > 0) expect(weeks.at(-1)?.period.to).toBe(EIGHT_WEEKS.at(-1)?.to);
      weeks.slice(1).forEach(({ period }, index) => {
        expect(period.from).toBe(weeks[index]?.period.to);
      });
    }),
  );
});

test('the figures fit what is stored of a digest, and come back from it as they were', () => {
  fc.assert(
    fc.property(anyChannel, ({ reviews, spans, weighing }) => {
      const rules = rulesIn(weighing);
      const figures = digestFigures(reviews, spans, rules);
      expect(digestFiguresSchema.parse(JSON.parse(JSON.stringify(figures)))).toEqual(figures);
    }),
  );
});

test('no name of a person is told, and no id of a rule that does not count in the channel', () => {
  fc.assert(
    fc.property(anyChannel, ({ reviews, spans, weighing }) => {
      const rules = rulesIn(weighing);
      const told = JSON.stringify(digestFigures(reviews, spans, rules));
      expect(told).not.toMatch(/Ana|Ben|Cai|Dee|Eli/);
      const known = rules.map(({ id }) => id);
      for (const [, rule] of told.matchAll(/"rule":"([^"]+)"/g)) expect(known).toContain(rule);
    }),
  );
});
