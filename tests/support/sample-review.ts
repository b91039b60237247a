import { cite, type Evidence } from '../../src/evaluator/evidence.ts';
import type { Finding, Review } from '../../src/evaluator/review.ts';
import { SAMPLE_RULES } from './sample-rules.ts';

type Found = Finding['status'] | readonly Evidence[];

/** A review of the sample rules: what is not named in `found` is absent. */
export function sampleReview(
  found: Readonly<Record<string, Found>> = {},
  rest: Partial<Review> = {},
): Review {
  return {
    version: 1,
    engine: 'rules',
    band: 'needs-work',
    score: 61,
    notAnApology: false,
    advisories: [],
    ...rest,
    findings: SAMPLE_RULES.map(({ id, kind }): Finding => {
      const what = found[id] ?? 'absent';
      return typeof what === 'string'
        ? { rule: id, kind, status: what, evidence: [] }
        : { rule: id, kind, status: 'present', evidence: what };
    }),
  };
}

export const BAD_DRAFT =
  'We are sorry if anyone was affected. Our courier messed up @channel <!here> & the rest *is* history.';

/** The words as evidence of a text that holds them. */
export function citing(text: string, words: string): readonly Evidence[] {
  const start = text.indexOf(words);
  return start === -1 ? [] : [cite(text, start, start + words.length)];
}

/** What the rules would say of BAD_DRAFT or of a text that holds its phrases. */
export function reviewOf(text: string): Review {
  return sampleReview(
    {
      'explicit-apology': citing(text, 'sorry'),
      'takes-responsibility': 'present',
      'invites-response': 'na',
      'conditional-apology': citing(text, 'sorry if anyone was affected'),
      'blames-others': citing(text, 'Our courier messed up'),
    },
    {
      band: 'hold',
      score: 31,
      rewrite: {
        text: "I'm sorry that [what exactly went wrong].",
        score: 72,
        band: 'good',
        blanks: [
          {
            text: '[what exactly went wrong]',
            question: 'What exactly went wrong?',
            rule: 'specific-acknowledgement',
          },
        ],
        changes: [],
      },
    },
  );
}
