import { cutClause } from '../clause-cut.ts';
import type { Desk } from '../desk.ts';
import { type Replacement, replaceAllInProse } from '../grammar.ts';
import { oncePer } from '../once-per.ts';
import type { Repair } from '../repair.ts';
import { takeOut } from '../take-out.ts';
import type { Unit } from '../unit.ts';

const RULE = 'over-apologising';
/** Chains and self-abasement around an apology: the plain apology stays. */
const PLAINER: readonly (readonly [RegExp, Replacement])[] = [
  [/\b(so|very|really|sorry)(?:[,!. ]+\1\b)+/gi, (words) => /^\p{L}+/u.exec(words)?.[0] ?? words],
  [/\bsorry x ?\d+/gi, 'sorry'],
  [
    /\bwords (?:cannot|can't|can not|do not|don't|could not) (?:even )?(?:begin to )?express how (?:deeply |truly |very )?sorry (we are|i am)\b/gi,
    '$1 sorry',
  ],
  [/\b(we|i) (?:cannot|can't|can not|could not|couldn't) (apologi[sz]e) enough\b/gi, '$1 $2'],
  [
    /,? (?:and )?(?:we are|we're|i am|i'm) (?:absolutely |utterly |truly |beyond )?(?:mortified|ashamed)\b/gi,
    '',
  ],
];
const plainer = oncePer(({ text }: Unit) => ({ plain: replaceAllInProse(text, PLAINER) }));
const WORD = /\b(?:sorry|apolog\w+|soz)\b/i;

/** Keeps the first apology and the first of a chain; the others go where they say nothing else. */
export const overApologising: Repair = {
  rule: RULE,
  mend: (desk) => {
    for (const unit of desk.units) {
      if (!desk.editable(unit)) continue;
      const { plain } = plainer(unit);
      if (plain !== unit.text) desk.replace(unit, plain, RULE);
    }
    const first = desk.units.find((unit) => desk.editable(unit) && WORD.test(unit.text));
    for (const spot of desk.spots(RULE).toReversed()) {
      if (spot.unit.id === first?.id && isFirstApology(desk, spot.unit.id, spot.from)) continue;
      const rest = desk.editable(spot.unit) ? cutClause(spot.unit.text, spot.from, spot.to) : null;
      if (rest && WORD.test(rest)) desk.replace(spot.unit, rest, RULE);
      else takeOut(desk, spot, RULE, false);
    }
  },
};

/** Whether no apology word stands before this place in its sentence. */
const isFirstApology = (desk: Desk, id: number, from: number): boolean => {
  const unit = desk.units.find((one) => one.id === id);
  return unit !== undefined && !WORD.test(unit.text.slice(0, from));
};
