import { adviseOn } from './advisories.ts';
import { readPieces } from './classifier/clause-model.ts';
import { hintedStretches } from './classifier/hints.ts';
import type { Model } from './classifier/model-file.ts';
import { type Opinion, opinionOn } from './classifier/opinion.ts';
import { PieceMemory } from './classifier/piece-memory.ts';
import { shippedModel } from './classifier/shipped-model.ts';
import { type Context, type FullContext, withDefaults } from './context.ts';
import { type Cues, cuesIn } from './cues.ts';
import { type Draft, parseDraft } from './draft.ts';
import type { ReviewOptions } from './engine.ts';
import type { Evidence } from './evidence.ts';
import { isOtherLanguage } from './language.ts';
import { isOpenQuestion } from './mask.ts';
import { isNotAnApology } from './not-an-apology.ts';
import { type Profile, profileOf } from './profile.ts';
import type { Finding, Review } from './review.ts';
import { rewriteDraft } from './rewrite/rewrite-draft.ts';
import type { Reading, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';
import { type Score, scoreFindings } from './score.ts';

/** A draft with everything the rules said about it; what the rewrite and the views start from. */
export interface Evaluation {
  readonly draft: Draft;
  readonly context: FullContext;
  /** The context as it was given, without the rubric's assumptions. */
  readonly given: Context;
  readonly profile: Profile;
  /** Written in another language than English: nothing was judged. */
  readonly otherLanguage: boolean;
  readonly notAnApology: boolean;
  /** Every criterion, in rubric order. */
  readonly findings: readonly Finding[];
  readonly score: Score;
}

/**
 * Reads a draft by the rules: pure, deterministic, linear in its length. `model` is the shipped one unless
 * somebody measures another; `memory` is one of the same model. Throws EmptyDraftError or DraftTooLongError.
 */
export function evaluate(
  text: string,
  context: Context = {},
  model: Model = shippedModel(),
  memory?: PieceMemory,
): Evaluation {
  const draft = parseDraft(text);
  const full = withDefaults(context);
  const profile = profileOf(draft, full);
  const otherLanguage = isOtherLanguage(draft.prose);
  const pieces = memory?.read(draft.clauses, full.channel) ?? readPieces(draft, full.channel, model.clause);
  const cues: Cues = otherLanguage
    ? new Map()
    : cuesIn(draft, full, profile, (rule) =>
        hintedStretches(draft.clauses, pieces, model.criteria.indexOf(rule)),
      );
  const fired = new Set(
    [...cues].filter(([, words]) => words.some(({ quote }) => !isOpenQuestion(quote))).map(([rule]) => rule),
  );
  const opinion = opinionOn(draft, full.channel, pieces, fired, model);
  const evidence = new Map<string, readonly Evidence[]>();
  const reading: Reading = { draft, context: full, profile, found: (rule) => evidence.get(rule) ?? [] };
  const findings = RULES.map((rule): Finding => {
    const said = otherLanguage ? null : wordsFor(rule, cues.get(rule.id) ?? [], opinion, reading);
    const { excused } = rule;
    const words = excused && said ? said.filter((words) => !excused(reading, words)) : said;
    evidence.set(rule.id, words ?? []);
    const na = words === null || (words.length === 0 && rule.neverMissing?.(reading) === true);
    const status = na ? 'na' : words.length > 0 ? 'present' : 'absent';
    return { rule: rule.id, kind: rule.kind, status, evidence: words ?? [] };
  });
  const score = scoreFindings(findings, profile, RULES);
  const notAnApology = !otherLanguage && isNotAnApology(findings, opinion);
  return { draft, context: full, given: context, profile, otherLanguage, notAnApology, findings, score };
}

/** No accusation rests on the draft as a whole: some clause must carry it. */
const QUOTABLE = 0.3;

/** The words that show a criterion; `null` where it does not apply. Patterns quote more exactly than clauses do. */
function wordsFor(
  rule: Rule,
  cues: readonly Evidence[],
  opinion: Opinion,
  reading: Reading,
): readonly Evidence[] | null {
  if (rule.applies && !rule.applies(reading)) return null;
  if (rule.yieldsTo?.some((other) => reading.found(other).length > 0)) return [];
  if (rule.decidedBy === 'patterns') return cues;
  if (cues.length > 0) return opinion.likely(rule.id) || opinion.trustsPatterns(rule.id) ? cues : [];
  if (!opinion.likely(rule.id) || (rule.kind === 'fault' && opinion.best(rule.id) < QUOTABLE)) return [];
  return opinion.words(rule.id);
}

/** `evaluate` for texts that have most of their sentences in common: a draft, and what it becomes in a rewrite. */
export function rememberingEvaluate(model: Model = shippedModel()): typeof evaluate {
  const memory = new PieceMemory(model.clause);
  return (text, context) => evaluate(text, context, model, memory);
}

/** The whole review of one draft, as `reviewSchema` describes it. Throws as `evaluate` does. */
export function reviewDraft(text: string, context: Context = {}, options: ReviewOptions = {}): Review {
  const read = rememberingEvaluate();
  const evaluation = read(text, context);
  return {
    version: 1,
    engine: 'rules',
    band: evaluation.score.band,
    score: evaluation.score.score,
    notAnApology: evaluation.notAnApology,
    findings: evaluation.findings,
    advisories: adviseOn(evaluation, options.now),
    ...(options.rewrite === false ? {} : { rewrite: rewriteDraft(evaluation, read) }),
  };
}
