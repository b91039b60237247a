import type { Desk } from '../desk.ts';
import { replaceInProse } from '../grammar.ts';
import type { Repair } from '../repair.ts';
import { takeOut } from '../take-out.ts';

const RULE = 'over-apologising';
const REPEATED = /\b(so|very|really|sorry)(?:[,!. ]+\1\b)+/gi;
const MORE = /\bsorry x ?\d+/gi;
const WORD = /\b(?:sorry|apolog\w+|soz)\b/i;

/** Keeps the first apology and the first of a chain; the others go where they say nothing else. */
export const overApologising: Repair = {
  rule: RULE,
  mend: (desk) => {
    for (const unit of desk.units) {
      if (!desk.editable(unit)) continue;
      const once = replaceInProse(
        replaceInProse(unit.text, REPEATED, (words) => /^\p{L}+/u.exec(words)?.[0] ?? words),
        MORE,
        'sorry',
      );
      if (once !== unit.text) desk.replace(unit, once, RULE);
    }
    const first = desk.units.find((unit) => desk.editable(unit) && WORD.test(unit.text));
    for (const spot of desk.spots(RULE).toReversed()) {
      if (spot.unit.id === first?.id && isFirstApology(desk, spot.unit.id, spot.from)) continue;
      takeOut(desk, spot, RULE, false);
    }
  },
};

/** Whether no apology word stands before this place in its sentence. */
const isFirstApology = (desk: Desk, id: number, from: number): boolean => {
  const unit = desk.units.find((one) => one.id === id);
  return unit !== undefined && !WORD.test(unit.text.slice(0, from));
};
