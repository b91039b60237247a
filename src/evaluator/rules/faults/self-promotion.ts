import { citeAll } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { defineFault } from '../../rule.ts';

const SELLING = new RegExp(
  [
    String.raw`\b(?:award[- ]winning|best[- ]in[- ]class|world[- ]class|industry[- ]leading|market[- ]lead(?:er|ing)|five[- ]star (?:service|hospitality|average|reviews?)|best[- ]loved|most (?:loved|trusted|reliable|advanced)|highest rated|number one (?:for|in)|no\.? ?1 (?:app|for|in)|gold standard|second to none|known (?:for|across)|famous for|(?:voted|rated|winners? of|won|ranked) [^.!?\n]{0,40}(?:best|award|prize|outstanding|year|top|stars?))\b[^.!?\n]{0,40}`,
    String.raw`\b\d{1,3}(?:\.\d+)? ?% (?:off|discount|uptime|of (?:our )?(?:customers|guests))\b[^.!?\n]{0,40}`,
    String.raw`\b(?:pride ourselves|proud (?:to|of|that)|pleased to (?:announce|be rated)|delighted to announce|honou?red to serve)\b[^.!?\n]{0,50}`,
    String.raw`\b(?:check out|have you (?:tried|considered|seen)|why not (?:try|treat|upgrade|book)|fancy (?:trying|booking)|(?:could|may|can) (?:we|i) tempt|don't miss|upgrad(?:e|ing) to|use (?:the )?code|download our|sign up for|follow us|refer a friend|on sale now|drops on|new (?:range|collection|menu|line|feature|season)s?)\b[^.!?\n]{0,50}`,
    String.raw`\b(?:over|more than) ${gap(2)}(?:years|million|thousand)\b[^.!?\n]{0,30}\b(?:experience|customers|users|riders|trust|members|business|served)\b`,
    String.raw`\b\d+(?:[.,]\d+)? (?:stars?|average|positive (?:ratings|reviews))\b`,
  ].join('|'),
  'gi',
);
const AGAINST_US =
  /\b(?:should not|shouldn't|but (?:gave|came|took|you got)|and (?:gave|came|took)|not what|free|at no cost|on us)\b/i;

export const selfPromotion = defineFault({
  id: 'self-promotion',
  title: 'It sells or praises',
  why: 'Praise for yourself, or an offer to buy, tells the reader what you were thinking about.',
  advice: 'Cut it; there will be other letters.',
  sources: ['seed-003', 'practice'],
  points: 4,
  level: 'minor',
  detect: ({ draft }) =>
    citeAll(draft, SELLING).filter(({ start, end }) => !AGAINST_US.test(draft.prose.slice(start, end + 20))),
  examples: {
    flags: [
      'Do try our «award-winning ciders».',
      '«Check out our new range».',
      'We «pride ourselves on our speed».',
      '«Have you considered upgrading?»',
    ],
    passes: [
      'Your next cider is free.',
      'We promise noon and came at nine.',
      'The app shows your driver from seven.',
      'The lamp is back in stock and yours is reserved.',
    ],
  },
});
