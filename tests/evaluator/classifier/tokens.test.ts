import { expect, it } from 'vitest';
import { tokensOf } from '../../../src/evaluator/classifier/tokens.ts';

it.each([
  ["I'm sorry we can't", 'i am sorry we can not'],
  ['Im so SORRY u dont have it', 'i am so sorry you do not have it'],
  ['We apologise, we apologize', 'we apologize we apologize'],
  ['£40 at 10:30 on the 3rd', '<money> at <time> on the <ordinal>'],
  ['sory for the inconveniance, becuase', 'sorry for the inconvenience because'],
  // Words that are one letter from a key word and mean something else.
  ['a lorry, a worry and delayed receivers', 'a lorry a worry and delayed receivers'],
])('%s', (text, tokens) => {
  expect(tokensOf(text).join(' ')).toBe(tokens);
});
