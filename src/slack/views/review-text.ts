import type { Checklist, Point } from '../../evaluator/checklist.ts';
import type { Review } from '../../evaluator/review.ts';
import type { ReviewWords } from '../../evaluator/review-words.ts';
import { escapeWithin } from './escape.ts';

interface Parts {
  readonly review: Review;
  readonly checklist: Checklist;
  readonly words: ReviewWords;
  readonly because: string | undefined;
}

/** The whole review in words, for screen readers and notifications. Escaped, and never over Slack's limit. */
export function reviewText({ review, checklist, words, because }: Parts): string {
  const lines = [
    because,
    checklist.headline,
    words.lead,
    ...checklist.fixes.map((point, index) => `${index + 1}. ${inWords(point)}`),
    ...review.advisories.map(({ message }) => message),
    words.rest,
    ...(words.rest === undefined ? [] : restLines(checklist)),
    words.suggestion,
    ...(words.suggestion === undefined || !review.rewrite
      ? []
      : [review.rewrite.text, ...review.rewrite.blanks.map(({ question }) => question)]),
    words.footer,
  ];
  return escapeWithin(lines.filter((line) => line !== undefined).join('\n'));
}

const restLines = ({ good, small, notApplicable }: Checklist): string[] => [
  ...good.map(({ title }) => `Good: ${title}`),
  ...small.map((point) => `Also: ${inWords(point)}`),
  ...notApplicable.map(({ title }) => `Not needed here: ${title}`),
];

const inWords = ({ title, evidence: [first], advice }: Point): string =>
  `${title}.${first === undefined ? '' : ` “${first.quote}”`} ${advice}`;
