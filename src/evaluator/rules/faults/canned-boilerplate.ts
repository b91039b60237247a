import { citeAll } from '../../draft.ts';
import { STOCK } from '../../lexicon/stock-phrases.ts';
import { defineFault } from '../../rule.ts';

const PHRASE = new RegExp(String.raw`\b(?:${STOCK.join('|')})`, 'gi');
const AGAINST_IT = /\b(?:more than|not (?:just|merely|only)|isn't|enough to)\b/i;

export const cannedBoilerplate = defineFault({
  id: 'canned-boilerplate',
  title: 'A stock phrase',
  why: 'A sentence that would fit any complaint tells the reader that theirs was not read.',
  advice: 'Cut it, or put the fact in its place.',
  sources: ['decock-2020', 'kapes-2022', 'page-2014', 'seed-000', 'seed-003'],
  points: 5,
  level: 'minor',
  detect: ({ draft }) =>
    citeAll(draft, PHRASE).filter(
      ({ start, end }) =>
        !AGAINST_IT.test(draft.prose.slice(Math.max(0, start - 16), start)) &&
        !/^ enough/i.test(draft.prose.slice(end, end + 8)),
    ),
  examples: {
    flags: [
      'We apologise for «the inconvenience».',
      '«Rest assured» that it will be looked at.',
      'As a «valued customer» you deserve better.',
      '«Your feedback is important» to us.',
      'We «take safety very seriously».',
    ],
    passes: [
      'It was more than an inconvenience: you missed your flight.',
      'I read your letter aloud at this morning’s meeting.',
      'Call me on this number; it is my own desk.',
      'Your note found the broken field.',
    ],
  },
});
