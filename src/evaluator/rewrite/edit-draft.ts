import { MAX_DRAFT } from '../../errors.ts';
import type { Evaluation } from '../evaluate.ts';
import { isHeavy, type Rule } from '../rule.ts';
import { Desk } from './desk.ts';
import { mergeApology } from './merge-apology.ts';
import { oncePer } from './once-per.ts';
import { mendOrder } from './order.ts';
import type { Readings } from './readings.ts';
import { COMPONENT_REPAIRS, FAULT_REPAIRS } from './repairs/index.ts';
import { unfilledPlaceholder } from './repairs/unfilled-placeholder.ts';
import { mendSeams } from './seams.ts';
import { answeredBefore, saidBefore } from './wording.ts';

/** A repair can uncover another fault; a second look is enough in practice. */
const ROUNDS = 2;
/** What was added is read like the rest, and mended or left out. */
const PASSES = 2;

/** How a draft is edited: what its texts read like, by which rules, and without which edits (see `editKey`). */
export interface Editing {
  readonly readings: Readings;
  readonly rules: readonly Rule[];
  readonly forbidden: ReadonlySet<string>;
  /** Whether a page is not worth another look; asked before each. */
  readonly isHopeless?: (desk: Desk) => boolean;
}

/**
 * Makes all edits that the findings ask for, but the forbidden ones: faults first, then order, then what is missing.
 * `null` for a page that was given up as hopeless.
 */
export function editDraft(evaluation: Evaluation, editing: Editing): Desk | null {
  const desk = new Desk(evaluation, editing.rules, editing.forbidden);
  const { answered } = answeredIn(evaluation);
  unfilledPlaceholder.mend(desk);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const before = desk.text;
    if (!mendFaults(desk, editing, answered)) return null;
    if (pass === 0 && !answered) mendOrder(desk);
    const missing = desk.latest.score.missing.filter(
      (rule) => !desk.asked(rule) && !desk.added(rule) && !saidBefore(rule, desk.text),
    );
    if (answered) break;
    for (const rule of missing) COMPONENT_REPAIRS.find((repair) => repair.rule === rule)?.mend(desk);
    if (desk.text === before) break;
    if (editing.isHopeless?.(desk)) return null;
    // Nothing is mended after the last pass: whoever keeps the page reads it.
    if (pass < PASSES - 1) look(desk, editing);
  }
  return desk;
}

const answeredIn = oncePer(({ draft }: Evaluation) => ({ answered: answeredBefore(draft.text) }));

/**
 * In a text that has been through a rewrite the sender has decided: only what must not go out is mended again.
 * Says whether there is still hope.
 */
function mendFaults(desk: Desk, editing: Editing, answered: boolean): boolean {
  const heavy = (id: string): boolean => desk.rules.some((rule) => rule.id === id && isHeavy(rule));
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = desk.text;
    for (const repair of FAULT_REPAIRS)
      if (desk.has(repair.rule) && (!answered || heavy(repair.rule))) repair.mend(desk);
    mendSeams(desk);
    mergeApology(desk);
    if (desk.text === before) return true;
    if (editing.isHopeless?.(desk)) return false;
    look(desk, editing);
  }
  return true;
}

/** Where every sentence was cut nothing is left to read, and everything is missing. */
function look(desk: Desk, { readings }: Editing): void {
  const text = desk.text;
  desk.see(readings.of(text.trim() === '' ? '…' : text.slice(0, MAX_DRAFT)));
}
