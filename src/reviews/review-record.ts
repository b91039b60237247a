import type { Profile } from '../evaluator/profile.ts';
import type { Finding, Review } from '../evaluator/review.ts';
import { RULES_VERSION } from '../evaluator/rules-version.ts';
import { isRequired } from '../evaluator/score.ts';
import type { ReviewRecord } from './ports.ts';

/** What may be kept of a review: rule ids and numbers. A component that this kind of message can do without is not missing. */
export function reviewRecord(review: Review, profile: Profile): ReviewRecord {
  const ids = (test: (finding: Finding) => boolean) => review.findings.filter(test).map(({ rule }) => rule);
  return {
    engine: review.engine,
    rulesVersion: RULES_VERSION,
    band: review.band,
    score: review.score,
    present: ids(({ kind, status }) => kind === 'component' && status === 'present'),
    missing: ids(
      ({ kind, status, rule }) => kind === 'component' && status === 'absent' && isRequired(rule, profile),
    ),
    faults: ids(({ kind, status }) => kind !== 'component' && status === 'present'),
  };
}
