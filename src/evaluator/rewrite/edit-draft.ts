import { MAX_DRAFT } from '../../errors.ts';
import type { Context } from '../context.ts';
import type { Evaluation } from '../evaluate.ts';
import { isHeavy, type Rule } from '../rule.ts';
import { Desk } from './desk.ts';
import { mergeApology } from './merge-apology.ts';
import { mendOrder } from './order.ts';
import { COMPONENT_REPAIRS, FAULT_REPAIRS } from './repairs/index.ts';
import { unfilledPlaceholder } from './repairs/unfilled-placeholder.ts';
import { mendSeams } from './seams.ts';
import { answeredBefore, saidBefore } from './wording.ts';

/** Reads a text by the rules; `evaluate`, handed in so that neither imports the other. */
export type Read = (text: string, context: Context) => Evaluation;

/** A repair can uncover another fault; a second look is enough in practice. */
const ROUNDS = 2;
/** What was added is read like the rest, and mended or left out. */
const PASSES = 2;

/** Makes all edits that the findings ask for, but the forbidden ones: faults first, then order, then what is missing. */
export function editDraft(
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
    mendFaults(desk, read, answered);
    if (pass === 0 && !answered) mendOrder(desk);
    const missing = desk.latest.score.missing.filter(
      (rule) => !desk.asked(rule) && !desk.added(rule) && !saidBefore(rule, desk.text),
    );
    if (answered) break;
    for (const rule of missing) COMPONENT_REPAIRS.find((repair) => repair.rule === rule)?.mend(desk);
    if (desk.text === before) break;
    look(desk, read);
  }
  return desk;
}

/** In a text that has been through a rewrite the sender has decided: only what must not go out is mended again. */
function mendFaults(desk: Desk, read: Read, answered: boolean): void {
  const heavy = (id: string): boolean => desk.rules.some((rule) => rule.id === id && isHeavy(rule));
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = desk.text;
    for (const repair of FAULT_REPAIRS)
      if (desk.has(repair.rule) && (!answered || heavy(repair.rule))) repair.mend(desk);
    mendSeams(desk);
    mergeApology(desk);
    if (desk.text === before) return;
    look(desk, read);
  }
}

/** Where every sentence was cut nothing is left to read, and everything is missing. */
function look(desk: Desk, read: Read): void {
  const text = desk.text;
  desk.see(read(text.trim() === '' ? '…' : text.slice(0, MAX_DRAFT), desk.given));
}
