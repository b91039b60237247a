import { expect, it } from 'vitest';
import { cutClause } from '../../../src/evaluator/rewrite/clause-cut.ts';

const without = (sentence: string, words: string) =>
  cutClause(sentence, sentence.indexOf(words), sentence.indexOf(words) + words.length);

it('takes off a clause where the rest can stand', () => {
  expect(without('The tank is full again, because you left the tap on.', 'you left the tap on')).toBe(
    'The tank is full again.',
  );
});

it.each([
  ['Alerts fire on errors only so it was, in a sense, working as designed.', 'working as designed'],
  ['The lock was the one you chose.', 'the one you chose'],
])('leaves nothing hanging in the air: %s', (sentence, words) => {
  expect(without(sentence, words)).toBeNull();
});

it('has no clean cut for a sentence that no person would write, which would be read again for every cut', () => {
  const words = `${'sorry and so sorry '.repeat(60)}because you left the tap on.`;
  expect(without(words, 'you left the tap on')).toBeNull();
});
