import type { Context } from '../context.ts';
import type { ReviewOptions } from '../engine.ts';
import { type Evaluation, evaluate, reviewDraft } from '../evaluate.ts';
import { ANSWERS_A_FAILURE } from '../not-an-apology.ts';
import type { Finding, Review, Rewrite } from '../review.ts';
import { checkRewrite, type Refusal } from '../rewrite/rewrite-refusal.ts';
import { RULES } from '../rules/index.ts';
import { scoreFindings } from '../score.ts';
import type { SecondReading } from './second-reading.ts';
import { settleFindings } from './settle-findings.ts';

/** A review in which the other reader has had a say, and what of it was refused. */
export interface SettledReview {
  readonly review: Review;
  /** How many of its claims do not stand. */
  readonly refusedClaims: number;
  /** Why its rewrite is not shown; `undefined` where it is, or where none was needed. */
  readonly refusedRewrite: Refusal | undefined;
}

/**
 * Puts what another reader says of a draft into the review by our rules, as far as it holds (`settle-findings.ts`,
 * `rewrite-refusal.ts`). `engine` names the reader. Pure. Throws EmptyDraftError or DraftTooLongError.
 */
export function settleReview(
  { text, context, options = {} }: { text: string; context: Context; options?: ReviewOptions },
  reading: SecondReading,
  engine: string,
): SettledReview {
  const evaluation = evaluate(text, context);
  const ours = reviewDraft(text, context, options);
  const { findings, refused } = settleFindings(evaluation, reading);
  const { score, band } = scoreFindings(findings, evaluation.profile, RULES);
  const notAnApology = ours.notAnApology && !findings.some(answersFailure);
  const review: Review = { ...ours, engine, findings, score, band, notAnApology };
  const isWanted = ours.rewrite !== undefined && band !== 'ready' && !notAnApology;
  if (!isWanted || ours.rewrite === undefined)
    return { review, refusedClaims: refused, refusedRewrite: undefined };
  const rewrite = settleRewrite(evaluation, ours.rewrite, reading.rewrite);
  return typeof rewrite === 'string'
    ? { review, refusedClaims: refused, refusedRewrite: rewrite }
    : { review: { ...review, rewrite }, refusedClaims: refused, refusedRewrite: undefined };
}

const answersFailure = ({ rule, status }: Finding): boolean =>
  status === 'present' && ANSWERS_A_FAILURE.includes(rule);

/** The other reader's rewrite with our score of it; otherwise why ours stands. */
function settleRewrite(before: Evaluation, ours: Rewrite, theirs: string): Rewrite | Refusal {
  const checked = checkRewrite(before, ours.text, theirs, evaluate);
  if ('refusal' in checked) return checked.refusal;
  const { score, band } = checked.after.score;
  return { text: theirs, score, band, blanks: checked.blanks, changes: [] };
}
