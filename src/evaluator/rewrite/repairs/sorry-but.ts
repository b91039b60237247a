import { capitalise, replaceInProse } from '../grammar.ts';
import { insertAfter } from '../place.ts';
import type { Repair } from '../repair.ts';
import { takeOut } from '../take-out.ts';

const CONTRAST =
  /^[\s,;–—-]*(?:but|however|although|though|yet|still|nevertheless|that said|mind you|then again),?\s+/i;
const SORRY = /\b(?:sorry|apolog\w+)\b/i;
/** A real limit may be said, in a sentence of its own. */
const LIMIT =
  /^(?:we|i)(?:'re| are|'m| am)? (?:can(?:'t|not| not)|(?:are |am )?(?:not able|unable)|won't be able)\b/i;

/** Cuts what takes the apology back; a real limit gets its own sentence without "but". */
export const sorryBut: Repair = {
  rule: 'sorry-but',
  mend: (desk) => {
    for (const spot of desk.spots('sorry-but').toReversed()) {
      const { unit } = spot;
      const at = unit.text
        .slice(spot.from)
        .search(
          /\b(?:but|however|although|though|yet|still(?=,)|nevertheless|that said|mind you|then again|albeit)\b/i,
        );
      const from = at < 0 ? spot.from : spot.from + at;
      const second = unit.text.slice(from).replace(CONTRAST, '');
      if (desk.editable(unit) && LIMIT.test(second) && from > 0) {
        const first = unit.text.slice(0, from).replace(/[\s,;–—-]+$/, '');
        desk.replace(unit, `${first}.`, 'sorry-but');
        insertAfter(desk, unit, capitalise(second), 'sorry-but');
        continue;
      }
      if (desk.editable(unit) && LIMIT.test(second) && from === 0) {
        desk.replace(unit, replaceInProse(unit.text, CONTRAST, ''), 'sorry-but');
        continue;
      }
      const apology = unit.text.slice(0, from).replace(/[\s,;–—-]+$/, '');
      if (desk.editable(unit) && from > 0 && SORRY.test(apology)) {
        desk.replace(unit, `${apology}.`, 'sorry-but');
        continue;
      }
      takeOut(desk, at < 0 ? spot : { ...spot, from, to: Math.max(spot.to, from + 4) }, 'sorry-but', true);
    }
  },
};
