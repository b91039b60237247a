import { distance } from 'fastest-levenshtein';

/** One letter in three may be wrong, or all may be right in another order. Both are in lower case. */
export const isSlipOf = (word: string, typed: string): boolean =>
  distance(typed, word) <= word.length / 3 ||
  (typed.length === word.length && [...typed].sort().join('') === [...word].sort().join(''));

/** The one of these words that was most likely meant; `undefined` where it looks like none of them. */
export const closestWord = (typed: string, words: readonly string[]): string | undefined =>
  words
    .filter((word) => isSlipOf(word.toLowerCase(), typed.toLowerCase()))
    .toSorted((a, b) => slips(a, typed) - slips(b, typed))[0];

const slips = (word: string, typed: string): number => distance(word.toLowerCase(), typed.toLowerCase());
