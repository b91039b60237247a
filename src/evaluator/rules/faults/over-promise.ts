import { citeAll } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { defineFault } from '../../rule.ts';

const CERTAIN = new RegExp(
  [
    String.raw`\b(?:will|'ll|shall|can|won't) (?:never|not)? ?${gap(2)}(?:happen|occur|recur|repeat|be repeated|see this) (?:ever )?again\b`,
    String.raw`\bnever ${gap(3)}(?:again|recur)\b`,
    String.raw`\b(?:this|it|that) (?:won't|will not|shall not|can't|cannot) ${gap(2)}(?:happen|recur|occur|be repeated)\b[^.!?\n]{0,20}`,
    String.raw`\b(?:we|i) (?:can |do |hereby )?(?:guarantee|promise|swear|vow|assure you)\b(?! to (?:look|try|call|ring|write))[^.!?\n]{0,60}`,
    String.raw`\b(?:will|'ll) (?:always|definitely|certainly|100%|absolutely)\b[^.!?\n]{0,50}`,
    String.raw`\b(?:100 ?%|without fail|come what may|whatever (?:it takes|you (?:want|need))|anything you (?:want|need|ask|like|ever)|no matter what|under any circumstances|for good)\b[^.!?\n]{0,30}`,
    String.raw`\bevery (?:single )?[a-z]{3,12} (?:will|from now on will) be (?:perfect|on time|flawless)\b`,
  ].join('|'),
  'gi',
);
const NOT_CERTAIN =
  /\b(?:can't|cannot|can not|won't|not going to|don't|do not) (?:promise|guarantee|swear)\b|\b(?:to (?:ensure|make sure|stop|prevent)|so that|hope)\b|\bguarantee (?:period|card|covers)\b/i;

export const overPromise = defineFault({
  id: 'over-promise',
  title: 'It promises more than anyone can keep',
  why: 'In a field study with 1.5 million riders, promises to do better could backfire. The next slip makes this one worse.',
  advice: 'Say the step you are taking instead of the certainty.',
  sources: ['halperin-2022', 'seed-003'],
  points: 8,
  level: 'moderate',
  detect: ({ draft }) =>
    citeAll(draft, CERTAIN).filter(
      ({ start, end }) => !NOT_CERTAIN.test(draft.prose.slice(Math.max(0, start - 30), end)),
    ),
  examples: {
    flags: [
      '«This will never happen again».',
      '«I promise your next visit will be perfect».',
      'You «will always get a seat» from now on.',
      "It won't be late «no matter what».",
    ],
    passes: [
      "I can't promise that it will be here tonight.",
      'We have added a check so that it cannot be sent twice without a second person.',
      'I have never made that mistake before.',
      'The refund was sent at ten.',
    ],
  },
});
