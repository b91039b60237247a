import { adviseOn } from './advisories.ts';
import { type Context, type FullContext, withDefaults } from './context.ts';
import { type Draft, parseDraft } from './draft.ts';
import type { ReviewOptions } from './engine.ts';
import type { Evidence } from './evidence.ts';
import { isNotAnApology } from './not-an-apology.ts';
import { type Profile, profileOf } from './profile.ts';
import type { Finding, Review } from './review.ts';
import { rewriteDraft } from './rewrite/rewrite-draft.ts';
import { RULES } from './rules/index.ts';
import { type Score, scoreFindings } from './score.ts';

/** A draft with everything the rules said about it; what the rewrite and the views start from. */
export interface Evaluation {
  readonly draft: Draft;
  readonly context: FullContext;
  readonly profile: Profile;
  /** Every criterion, in rubric order. */
  readonly findings: readonly Finding[];
  readonly score: Score;
}

/**
 * Reads a draft by the rules: pure, deterministic, linear in its length.
 * Throws EmptyDraftError or DraftTooLongError.
 */
export function evaluate(text: string, context: Context = {}): Evaluation {
  const draft = parseDraft(text);
  const full = withDefaults(context);
  const profile = profileOf(draft, full);
  const evidence = new Map<string, readonly Evidence[]>();
  const reading = { draft, context: full, profile, found: (rule: string) => evidence.get(rule) ?? [] };
  const findings = RULES.map((rule): Finding => {
    const words = rule.applies && !rule.applies(reading) ? null : rule.detect(reading);
    evidence.set(rule.id, words ?? []);
    const status = words === null ? 'na' : words.length > 0 ? 'present' : 'absent';
    return { rule: rule.id, kind: rule.kind, status, evidence: words ?? [] };
  });
  return { draft, context: full, profile, findings, score: scoreFindings(findings, profile, RULES) };
}

/** The whole review of one draft, as `reviewSchema` describes it. Throws as `evaluate` does. */
export function reviewDraft(text: string, context: Context = {}, options: ReviewOptions = {}): Review {
  const evaluation = evaluate(text, context);
  return {
    version: 1,
    engine: 'rules',
    band: evaluation.score.band,
    score: evaluation.score.score,
    notAnApology: isNotAnApology(evaluation),
    findings: evaluation.findings,
    advisories: adviseOn(evaluation, options.now),
    ...(options.rewrite === false ? {} : { rewrite: rewriteDraft(evaluation) }),
  };
}
