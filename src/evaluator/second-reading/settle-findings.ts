import type { Evaluation } from '../evaluate.ts';
import { type Evidence, overlaps } from '../evidence.ts';
import type { Finding } from '../review.ts';
import { isHeavy, type Reading, type Rule } from '../rule.ts';
import { RULES } from '../rules/index.ts';
import { findQuote } from './find-quote.ts';
import { type OwnView, ownView } from './own-view.ts';
import type { SecondReading } from './second-reading.ts';

/**
 * Who is right where our rules and a second reader differ. The second reader is a language model that read a text
 * which may try to talk it into anything, so what it says counts only as far as something of ours speaks for it.
 *
 * 1. A rule that does not apply, and one that patterns decide alone (it counts, or compares), is ours to judge.
 * 2. What our rules found stays, with our quotes, whatever the other says or leaves out. One exception: a moderate
 *    or minor fault that no pattern matched. Only our models spoke for it, and they are right in six of ten such
 *    cases. It goes when an attentive reader does not see it: one that names something we found as well, and every
 *    fault that a pattern matched (those are right in 97 of 100). The silence of any other means nothing.
 * 3. What only the other found counts where its quote stands once in the draft, in the sender's own words, and our
 *    models see a hint of the rule there (`HINT`). Of what our rules miss, seven in ten have that; of clauses picked
 *    by chance, one in twenty.
 * 4. A critical or major fault needs twice the hint (`HEAVY_HINT`): nobody is accused lightly. Six in ten of the
 *    missed ones have it, one in fifty clauses by chance. (Measured on the drafts set aside, docs/llm.md.)
 */
export interface Settled {
  /** Every criterion, in rubric order. */
  readonly findings: readonly Finding[];
  /** How many claims of the other reader do not stand. */
  readonly refused: number;
}

const HINT = 0.05;
const HEAVY_HINT = 0.1;
/** So many quotes are shown for one rule. */
const MOST_QUOTES = 3;

/** Checks each claim and settles the differences. Pure. */
export function settleFindings(evaluation: Evaluation, { claims }: SecondReading): Settled {
  const own = ownView(evaluation);
  const evidence = new Map<string, readonly Evidence[]>();
  const { draft, context, profile } = evaluation;
  const reading: Reading = { draft, context, profile, found: (rule) => evidence.get(rule) ?? [] };
  const attentive = isAttentive(evaluation.findings, claims, own);
  const findings = RULES.flatMap((rule): Finding[] => {
    const ours = evaluation.findings.find((finding) => finding.rule === rule.id);
    if (ours === undefined) return [];
    const quotes = claims.filter((claim) => claim.rule === rule.id).flatMap((claim) => claim.quotes);
    const theirs = standing(rule, quotes, reading, own);
    const goes = attentive && theirs.length === 0 && isDoubtful(rule, ours, own);
    const settled = goes ? absent(ours) : settle(rule, ours, theirs);
    evidence.set(rule.id, settled.evidence);
    return [settled];
  });
  const stands = (rule: string): boolean =>
    findings.some((finding) => finding.rule === rule && finding.status === 'present');
  return { findings, refused: claims.filter(({ rule }) => !stands(rule)).length };
}

const settle = (rule: Rule, ours: Finding, theirs: readonly Evidence[]): Finding =>
  ours.status === 'present' || rule.decidedBy === 'patterns' || theirs.length === 0
    ? ours
    : { ...ours, status: 'present', evidence: theirs };

const absent = (finding: Finding): Finding => ({ ...finding, status: 'absent', evidence: [] });

const isMatched = ({ rule, evidence }: Finding, own: OwnView): boolean =>
  evidence.some((words) => own.matches(rule, words));

/** A light fault that only our models speak for. */
const isDoubtful = (rule: Rule, ours: Finding, own: OwnView): boolean =>
  rule.kind === 'fault' &&
  !isHeavy(rule) &&
  rule.decidedBy !== 'patterns' &&
  ours.status === 'present' &&
  !isMatched(ours, own);

function isAttentive(ours: readonly Finding[], claims: SecondReading['claims'], own: OwnView): boolean {
  const named = new Set(claims.map(({ rule }) => rule));
  const present = ours.filter(({ status }) => status === 'present');
  return (
    present.some(({ rule }) => named.has(rule)) &&
    present.every(
      (finding) => finding.kind !== 'fault' || named.has(finding.rule) || !isMatched(finding, own),
    )
  );
}

/** The quotes of the other reader that may count for this rule, in order of the text. */
function standing(rule: Rule, quotes: readonly string[], reading: Reading, own: OwnView): Evidence[] {
  if (rule.applies && !rule.applies(reading)) return [];
  if (rule.yieldsTo?.some((other) => reading.found(other).length > 0)) return [];
  const least = isHeavy(rule) ? HEAVY_HINT : HINT;
  const found = quotes
    .flatMap((quote) => findQuote(reading.draft, quote) ?? [])
    .filter((words) => own.hint(rule.id, words) >= least && !rule.excused?.(reading, words));
  return found
    .filter((words, index) => !found.slice(0, index).some((other) => overlaps(words, other)))
    .slice(0, MOST_QUOTES)
    .toSorted((a, b) => a.start - b.start);
}
