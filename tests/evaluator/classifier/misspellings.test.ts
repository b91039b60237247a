import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyWordMeantBy } from '../../../src/evaluator/classifier/misspellings.ts';

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
/** Long words that no slip of another key word is near to. */
const word = fc.constantFrom('sorry', 'apology', 'inconvenience', 'misunderstanding', 'guarantee');

it('a key word is known with one letter too many, too few, wrong or changed places between its first and last', () => {
  fc.assert(
    fc.property(word, fc.nat(), letter, (word, place, letter) => {
      const at = 1 + (place % (word.length - 2));
      const slips = [
        word.slice(0, at) + letter + word.slice(at),
        word.slice(0, at) + word.slice(at + 1),
        word.slice(0, at) + letter + word.slice(at + 1),
        word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
      ].filter((slip) => slip !== word);
      expect(slips.map(keyWordMeantBy).filter((meant) => meant !== word)).toEqual([]);
    }),
  );
});

it.each(['worry', 'lorry', 'borry', 'sorries', 'srr', 'sor', 'so0ry', 'apologyy?', 'refunds', 'refund'])(
  '%s is left as it is',
  (slip) => expect(keyWordMeantBy(slip)).toBeUndefined(),
);

it.each([
  // A slip of "apologise" as much as of "apologize": the first of the list is meant.
  ['apologie', 'apologise'],
  ['sorryy', 'sorry'],
  ['guarante', 'guarantee'],
])('%s is %s', (slip, meant) => expect(keyWordMeantBy(slip)).toBe(meant));
