import type { Band } from '../../evaluator/review.ts';

const WORDS: Readonly<Record<Band, string>> = {
  hold: 'hold this one',
  'needs-work': 'needs work',
  good: 'good',
  ready: 'ready to send',
};

/** A score in words and in numbers, to stand within a sentence. */
export const verdictWords = ({ band, score }: { readonly band: Band; readonly score: number }): string =>
  `${score} of 100, ${WORDS[band]}`;

/** Where a reply stands by now; `undefined` when nothing is known of it. */
export const standingWords = ({
  band,
  score,
}: {
  readonly band: Band | undefined;
  readonly score: number | undefined;
}): string | undefined =>
  band === undefined || score === undefined ? undefined : `It stands at ${verdictWords({ band, score })}.`;
