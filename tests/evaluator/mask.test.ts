import { expect, it } from 'vitest';
import { maskOthersWords } from '../../src/evaluator/mask.ts';

/** What is left to read of a text, without the blanks. */
const left = (text: string): string => maskOthersWords(text).replace(/\s+/g, ' ').trim();

it.each([
  ['Sorry.\n> you never rang\n  > twice', 'Sorry.'],
  ['Sorry.\n&gt; you never rang', 'Sorry.'],
  ['2 > 1, and 3 &gt; 2. Sorry.', '2 > 1, and 3 &gt; 2. Sorry.'],
  ['Sorry.\n\nOn Tuesday, Ann Lee wrote:\nwhere is it', 'Sorry.'],
  ['Sorry.\n\nON TUESDAY, ANN LEE WROTE:\nwhere is it', 'Sorry.'],
  ['Sorry.\n--- Original Message ---\nwhere is it', 'Sorry.'],
  ['Sorry.\n-- forwarded message --\nwhere is it', 'Sorry.'],
  ['You wrote: where is it. Sorry -- truly.', 'You wrote: where is it. Sorry -- truly.'],
  ['You said “where is it”. Sorry.', 'You said . Sorry.'],
  ['You said ‘where is it’. Sorry.', 'You said . Sorry.'],
  ['Sorry about “that and no end', 'Sorry about “that and no end'],
])('%j: %j is the sender speaking', (text, own) => {
  expect(left(text)).toBe(own);
  expect(maskOthersWords(text)).toHaveLength(text.length);
});
