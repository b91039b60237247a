import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTally } from '../../../src/reviews/digests/tally.ts';

const anyNumber = fc.integer({ min: -100, max: 100 });

/** Of sorted numbers the middle one, or the mean of the middle two. */
function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [one, two] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return ((one ?? 0) + (two ?? 0)) / 2;
}

test('the median is that of the sorted numbers', () => {
  fc.assert(
    fc.property(fc.array(anyNumber), (numbers) => {
      expect(createTally(numbers).median()).toBe(middle(numbers));
    }),
  );
});

test('a copy goes its own way', () => {
  fc.assert(
    fc.property(fc.array(anyNumber), fc.array(anyNumber, { minLength: 1 }), (kept, changed) => {
      const tally = createTally([...kept, ...changed]);
      const copy = tally.copy();
      for (const number of changed) copy.remove(number);
      copy.add(100);
      expect(copy.median()).toBe(middle([...kept, 100]));
      expect(tally.median()).toBe(middle([...kept, ...changed]));
    }),
  );
});

test('what is no whole number from -100 to 100 is refused', () => {
  for (const wrong of [101, -101, 0.5, Number.NaN]) expect(() => createTally([wrong])).toThrow(RangeError);
});
