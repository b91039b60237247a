import type { Model } from '../../src/evaluator/classifier/model-file.ts';
import { type Channel, withDefaults } from '../../src/evaluator/context.ts';
import { parseDraft } from '../../src/evaluator/draft.ts';
import { evaluate } from '../../src/evaluator/evaluate.ts';
import { profileOf } from '../../src/evaluator/profile.ts';
import type { Band, Finding } from '../../src/evaluator/review.ts';
import { isHeavy } from '../../src/evaluator/rule.ts';
import { RULES } from '../../src/evaluator/rules/index.ts';
import { scoreFindings } from '../../src/evaluator/score.ts';
import type { LabelledDraft } from './corpus.ts';

/** How often a criterion was found rightly, wrongly, or missed; the same counting as the corpus' score.mjs. */
export interface Tally {
  readonly criterion: string;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  /** Of those found rightly, how many quote a word of the readers' evidence. */
  readonly quoted: number;
}

export interface Judged {
  readonly draft: LabelledDraft;
  readonly findings: readonly Finding[];
  readonly band: Band;
  readonly notAnApology: boolean;
}

/** Reads a labelled draft with the shipped model, or another. */
export function judge(draft: LabelledDraft, model?: Model): Judged {
  const read = evaluate(draft.text, { channel: draft.channel as Channel }, model);
  const { findings, score, notAnApology } = read;
  return { draft, findings, band: score.band, notAnApology };
}

/** Criteria with fewer drafts than this are left out of the means. */
export const LEAST_SUPPORT = 8;

export function tally(judged: readonly Judged[]): Tally[] {
  return RULES.map(({ id }) => {
    const counts = { criterion: id, right: 0, wrong: 0, missed: 0, quoted: 0 };
    for (const { draft, findings } of judged) {
      if (draft.na.has(id) || draft.unsure.has(id)) continue;
      const evidence = draft.present[id];
      const finding = findings.find(({ rule }) => rule === id);
      const said = finding?.status === 'present';
      if (said && evidence !== undefined) {
        counts.right += 1;
        if (finding.evidence.some(({ quote }) => sharesWord(quote, evidence))) counts.quoted += 1;
      } else if (said) counts.wrong += 1;
      else if (evidence !== undefined) counts.missed += 1;
    }
    return counts;
  });
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}']+/gu));
const sharesWord = (a: string, b: string): boolean => !wordsOf(a).isDisjointFrom(wordsOf(b));

export const precision = ({ right, wrong }: Tally): number =>
  right + wrong === 0 ? 1 : right / (right + wrong);
export const recall = ({ right, missed }: Tally): number =>
  right + missed === 0 ? 1 : right / (right + missed);
export const f1 = ({ right, wrong, missed }: Tally): number =>
  right === 0 ? (wrong + missed === 0 ? 1 : 0) : (2 * right) / (2 * right + wrong + missed);

/** Plain mean of F1 over the criteria of a kind that enough drafts have. */
export function macroF1(tallies: readonly Tally[], kind: 'component' | 'fault'): number {
  const ids = new Set(RULES.filter((rule) => rule.kind === kind).map(({ id }) => id));
  const used = tallies.filter((row) => ids.has(row.criterion) && row.right + row.missed >= LEAST_SUPPORT);
  return used.reduce((total, row) => total + f1(row), 0) / (used.length || 1);
}

export function evidenceOverlap(tallies: readonly Tally[]): number {
  const right = tallies.reduce((total, row) => total + row.right, 0);
  return tallies.reduce((total, row) => total + row.quoted, 0) / (right || 1);
}

const HEAVY = RULES.filter(isHeavy).map(({ id }) => id);

/** Drafts without a labelled or doubtful fault, and how many of them are given a critical or major one. */
export function accused(judged: readonly Judged[]): { clean: number; accused: number } {
  const faults = RULES.filter(({ kind }) => kind === 'fault').map(({ id }) => id);
  const clean = judged.filter(
    ({ draft }) => !faults.some((id) => Object.hasOwn(draft.present, id) || draft.unsure.has(id)),
  );
  const wronged = clean.filter(({ findings }) =>
    findings.some(({ rule, status }) => status === 'present' && HEAVY.includes(rule)),
  );
  return { clean: clean.length, accused: wronged.length };
}

/** How many texts that are no apology were told so, and how many apologies were told that they are none. */
export function noApologies(judged: readonly Judged[]): { found: number; of: number; wrongly: number } {
  const count = (test: (one: Judged) => boolean) => judged.filter(test).length;
  return {
    found: count(({ draft, notAnApology }) => draft.not && notAnApology),
    of: count(({ draft }) => draft.not),
    wrongly: count(({ draft, notAnApology }) => !draft.not && notAnApology),
  };
}

/** The band that the readers' labels give by our own scorer. */
export function bandOfLabels(draft: LabelledDraft): Band {
  const parsed = parseDraft(draft.text);
  const plain = straight(draft.text);
  const findings = RULES.map(({ id, kind }): Finding => {
    const words = draft.present[id];
    if (words === undefined)
      return { rule: id, kind, status: draft.na.has(id) ? 'na' : 'absent', evidence: [] };
    const start = Math.max(0, plain.indexOf(straight(words)));
    return {
      rule: id,
      kind,
      status: 'present',
      evidence: [{ start, end: start + words.length, quote: words }],
    };
  });
  const profile = profileOf(parsed, withDefaults({ channel: draft.channel as Channel }));
  return scoreFindings(findings, profile, RULES).band;
}

const straight = (text: string): string => text.replace(/[’‘ʼ`´]/g, "'");

export const sameBand = (judged: readonly Judged[]): number =>
  judged.filter(({ draft, band }) => bandOfLabels(draft) === band).length / (judged.length || 1);
