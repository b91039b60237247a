// `npm run fuzz`: reads made-up texts, from nearly prose to noise. For each of them the evaluator must not throw, must
// say the same twice, and must quote slices of the text.
//   --inputs N   how many texts (200,000)
//   --seed N     the same number gives the same texts (7)
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { CHANNELS } from '../src/evaluator/context.ts';
import { reviewDraft } from '../src/evaluator/evaluate.ts';

const { values } = parseArgs({
  options: { inputs: { type: 'string', default: '200000' }, seed: { type: 'string', default: '7' } },
});
const inputs = Number(values.inputs);
const seed = Number(values.seed);
if (!Number.isInteger(inputs) || inputs < 1 || !Number.isInteger(seed)) {
  console.error('Usage: npm run fuzz -- [--inputs 200000] [--seed 7], both whole numbers.');
  process.exit(2);
}

const WORDS =
  "sorry we I you apologise if any but your our refund the wrong order was sent because happened courier never again please thank if didn't it's £40 10:30 Friday [NAME] {{first}} constructor __proto__ IM SO SORRY sory".split(
    ' ',
  );
const MARKS = [
  '.',
  '!',
  '?',
  ',',
  ';',
  ' – ',
  '\n',
  '\n\n- ',
  '> ',
  '"',
  '“',
  '”',
  "'",
  '`',
  '```',
  '(',
  '[',
];
const ODD = [
  '😂',
  '🙈',
  '\u200b',
  '\u200f',
  '\u202e',
  '\ud800',
  '\udc00',
  '\u0000',
  'ﷺ',
  'é',
  '\r\n',
  '\t',
  '中',
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS).map((word) => `${word} `) },
  { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
);
const text = fc.oneof(
  { weight: 6, arbitrary: fc.array(piece, { minLength: 1, maxLength: 80 }).map((all) => all.join('')) },
  { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 300, unit: 'binary' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.oneof(fc.constantFrom(...MARKS, ...ODD), fc.constantFrom(...WORDS)), fc.nat(1500))
      .map(([what, times]) => what.repeat(Math.min(times + 1, Math.floor(12_000 / what.length)))),
  },
);

function check(draft: string, channel: (typeof CHANNELS)[number]): void {
  const review = reviewDraft(draft, { channel });
  for (const { evidence } of review.findings)
    for (const { start, end, quote } of evidence)
      if (quote === '' || draft.slice(start, end) !== quote)
        throw new Error(`no slice of the text: ${quote}`);
  if (JSON.stringify(reviewDraft(draft, { channel })) !== JSON.stringify(review))
    throw new Error('a second reading says something else');
}

const from = Date.now();
fc.assert(
  fc.property(text, fc.constantFrom(...CHANNELS), (draft, channel) => {
    if (draft.trim() !== '') check(draft, channel);
  }),
  { numRuns: inputs, seed },
);
console.log(`${inputs} texts from seed ${seed}: no error (${Math.round((Date.now() - from) / 1000)} s).`);
