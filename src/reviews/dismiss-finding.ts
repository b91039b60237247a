import type { Profile } from '../evaluator/profile.ts';
import type { Band, Finding, RuleWeights } from '../evaluator/review.ts';
import type { Rule } from '../evaluator/rule.ts';
import { weightedRules } from '../evaluator/rule-weights.ts';
import { RULES } from '../evaluator/rules/index.ts';
import { scoreFindings } from '../evaluator/score.ts';
import { ReplyChangedError, ReviewForgottenError, UnknownRuleError } from './errors.ts';
import type { PostedReviews, ReviewKey } from './ports.ts';

/** What a score is made of. */
export interface Judged {
  readonly profile: Profile;
  readonly findings: readonly Finding[];
  /** Rules that counted twice or half in it; unset: none. */
  readonly weights?: RuleWeights | undefined;
}

/** A review scored again: what is dismissed is absent. */
export interface Rejudged extends Judged {
  readonly dismissed: readonly string[];
  readonly band: Band;
  readonly score: number;
}

export interface Dismissal {
  readonly review: ReviewKey;
  readonly rule: string;
  /** False: it counts again. */
  readonly dismissed: boolean;
  /** The review as it was judged first; `undefined` where nobody can tell any more. */
  readonly judged: Judged | undefined;
  /** The revision of the reply that the person saw; `undefined` where it does not say. */
  readonly revision?: number | undefined;
}

/**
 * Marks a finding as not an issue, or takes that back, and scores the review again: `undefined` without
 * `judged`. Throws ReplyChangedError (then nothing of the newer reply was changed), ReviewForgottenError, UnknownRuleError
 * or StoreUnavailableError.
 */
export type DismissFinding = (wish: Dismissal) => Promise<Rejudged | undefined>;

interface Deps {
  readonly reviews: Pick<PostedReviews, 'setDismissed' | 'rescore'>;
  readonly rules?: readonly Rule[];
}

export function createDismissFinding({ reviews, rules = RULES }: Deps): DismissFinding {
  return async ({ review, rule, dismissed: wanted, judged, revision }) => {
    // What is missing is missing; only something that was found can be found by mistake.
    if (!rules.some(({ id, kind }) => id === rule && kind !== 'component')) throw new UnknownRuleError();
    const dismissed = await reviews.setDismissed(review, rule, wanted, revision);
    if (dismissed === 'changed') throw new ReplyChangedError();
    if (dismissed === undefined) throw new ReviewForgottenError();
    if (judged === undefined) return undefined;
    const { profile, weights } = judged;
    const findings = judged.findings.map((finding) => without(finding, dismissed));
    const { band, score } = scoreFindings(findings, profile, weightedRules(rules, weights));
    // Somebody may have put an edited text in its place since, whose score is not this one.
    if ((await reviews.rescore(review, { band, score }, revision)) === 'changed')
      throw new ReplyChangedError();
    return { profile, weights, findings, dismissed, band, score };
  };
}

const without = (finding: Finding, dismissed: readonly string[]): Finding =>
  dismissed.includes(finding.rule) ? { ...finding, status: 'absent', evidence: [] } : finding;
