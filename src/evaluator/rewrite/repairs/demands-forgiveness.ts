import { replaceInProse } from '../grammar.ts';
import type { Repair } from '../repair.ts';
import { takeOut } from '../take-out.ts';
import { spoken } from '../voice.ts';
import { OWN, pick } from '../wording.ts';

const RULE = 'demands-forgiveness';
const PATIENCE_TOO = /\bpatience(?: and|,) (?:your )?understanding\b/i;
const THANKS =
  /^(?:thank you|thanks|many thanks)(?: in advance)? for (?:your )?(?:kind )?(?:understanding|cooperation)\b[^.!?]{0,20}[.!]*$/i;

/** Deletes the wish; thanks for presumed understanding become thanks for what they did. */
export const demandsForgiveness: Repair = {
  rule: RULE,
  mend: (desk) => {
    for (const spot of desk.spots(RULE).toReversed()) {
      const { unit } = spot;
      if (!desk.editable(unit)) continue;
      // A remedy tied to a review is for a person to decide, not for a rewrite.
      if (
        desk
          .spots('repair-offer')
          .some((repair) => repair.unit.id === unit.id && repair.from < spot.to && spot.from < repair.to)
      )
        continue;
      const patience = replaceInProse(unit.text, PATIENCE_TOO, 'patience');
      if (patience !== unit.text) desk.replace(unit, patience, RULE);
      else if (
        THANKS.test(unit.text) &&
        !desk.has('thanks-customer') &&
        desk.latest.context.noticed_by === 'customer'
      ) {
        desk.replace(unit, spoken(pick(desk.seed, 'thanks', OWN.thanks), desk.voice), RULE);
      } else takeOut(desk, spot, RULE, false);
    }
  },
};
