import type { Opinion } from './classifier/opinion.ts';
import type { Finding } from './review.ts';

/** Rules that only a text meets that answers a failure. */
export const ANSWERS_A_FAILURE: readonly string[] = [
  'explicit-apology',
  'takes-responsibility',
  'conditional-apology',
  'sorry-but',
  'sorry-you-feel',
];

/**
 * Whether the text answers no failure of ours toward its reader: news, a decline, condolences, a sales
 * mail (codebook, ruling 7.14). Then the bot says so instead of listing twelve missing parts.
 */
export function isNotAnApology(findings: readonly Finding[], opinion: Opinion): boolean {
  const answers = findings.some(
    ({ rule, status }) => status === 'present' && ANSWERS_A_FAILURE.includes(rule),
  );
  return !answers && opinion.likely('not-an-apology');
}
