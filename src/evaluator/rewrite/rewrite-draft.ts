import type { Context } from '../context.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Rewrite } from '../review.ts';
import type { Rule } from '../rule.ts';
import { RULES } from '../rules/index.ts';
import { changesOf } from './changes.ts';
import { Desk } from './desk.ts';
import { editKeys, offendingEdit } from './guard.ts';
import { mergeApology } from './merge-apology.ts';
import { mendOrder } from './order.ts';
import { COMPONENT_REPAIRS, FAULT_REPAIRS } from './repairs/index.ts';
import { unfilledPlaceholder } from './repairs/unfilled-placeholder.ts';
import { mendSeams } from './seams.ts';
import { answeredBefore, saidBefore } from './wording.ts';

/** Reads a text by the rules; `evaluate`, handed in so that neither imports the other. */
export type Read = (text: string, context: Context) => Evaluation;

/** How often an edit is given up before the draft is left as it is. */
const MOST_RETRIES = 10;
/** How many edits are tried one by one for the one that breaks a promise. */
const MOST_SUSPECTS = 8;
/** A repair can uncover another fault; a second look is enough in practice. */
const ROUNDS = 2;
/** What was added is read like the rest, and mended or left out. */
const PASSES = 2;

/**
 * A better draft in the sender's words: edits sentence by sentence, each for a rule, none with a fact that
 * stands neither in the draft nor in the context. Pure and deterministic. A draft that is ready, no
 * apology, or in another language comes back as it is, without changes.
 */
export function rewriteDraft(evaluation: Evaluation, read: Read, rules: readonly Rule[] = RULES): Rewrite {
  if (evaluation.score.band === 'ready' || evaluation.notAnApology || evaluation.otherLanguage)
    return unchanged(evaluation);
  const forbidden = new Set<string>();
  for (let attempt = 0; attempt < MOST_RETRIES; attempt += 1) {
    const tried = attemptWith(evaluation, read, rules, forbidden);
    if (tried === null) break;
    if (tried.offender === null) return finished(tried, rules);
    const culprit = culpritOf(tried, (key) =>
      attemptWith(evaluation, read, rules, new Set([...forbidden, key])),
    );
    if (forbidden.has(culprit)) break;
    forbidden.add(culprit);
  }
  return unchanged(evaluation);
}

interface Attempt {
  readonly desk: Desk;
  readonly after: Evaluation;
  readonly offender: string | null;
}

function attemptWith(
  evaluation: Evaluation,
  read: Read,
  rules: readonly Rule[],
  forbidden: ReadonlySet<string>,
): Attempt | null {
  const desk = edit(evaluation, read, rules, forbidden);
  const text = desk.text;
  if (text.trim() === '') return null;
  const after = read(text, evaluation.given);
  return { desk, after, offender: offendingEdit(desk, after) };
}

/** The one edit without which all is well, the lightest first; else the one that looks guilty. */
function culpritOf({ desk, offender }: Attempt, without: (key: string) => Attempt | null): string {
  const keys = editKeys(desk).slice(0, MOST_SUSPECTS);
  return keys.find((key) => without(key)?.offender === null) ?? offender ?? '';
}

function edit(
  evaluation: Evaluation,
  read: Read,
  rules: readonly Rule[],
  forbidden: ReadonlySet<string>,
): Desk {
  const desk = new Desk(evaluation, rules, forbidden);
  const answered = answeredBefore(evaluation.draft.text);
  unfilledPlaceholder.mend(desk);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const before = desk.text;
    mendFaults(desk, read);
    if (pass === 0) mendOrder(desk);
    const missing = desk.latest.score.missing.filter(
      (rule) => !desk.asked(rule) && !saidBefore(rule, desk.text),
    );
    if (answered) break;
    for (const rule of missing) COMPONENT_REPAIRS.find((repair) => repair.rule === rule)?.mend(desk);
    if (desk.text === before) break;
    look(desk, read);
  }
  return desk;
}

function mendFaults(desk: Desk, read: Read): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = desk.text;
    for (const repair of FAULT_REPAIRS) if (desk.has(repair.rule)) repair.mend(desk);
    mendSeams(desk);
    mergeApology(desk);
    if (desk.text === before) return;
    look(desk, read);
  }
}

/** Where every sentence was cut nothing is left to read, and everything is missing. */
function look(desk: Desk, read: Read): void {
  const text = desk.text;
  desk.see(read(text.trim() === '' ? '…' : text, desk.given));
}

function finished({ desk, after }: Attempt, rules: readonly Rule[]): Rewrite {
  const text = after.draft.text;
  const weight = (id: string) => {
    const rule = rules.find((one) => one.id === id);
    return rule?.kind === 'component' ? rule.weight : rule?.kind === 'fault' ? rule.points : 100;
  };
  const blanks = desk.blanks.filter(
    (blank, i) => text.includes(blank.text) && desk.blanks.findIndex((one) => one.text === blank.text) === i,
  );
  return {
    text,
    score: after.score.score,
    band: after.score.band,
    blanks: blanks.toSorted((a, b) => weight(b.rule) - weight(a.rule)),
    changes: changesOf(desk),
  };
}

const unchanged = ({ draft, score }: Evaluation): Rewrite => ({
  text: draft.text,
  score: score.score,
  band: score.band,
  blanks: [],
  changes: [],
});
