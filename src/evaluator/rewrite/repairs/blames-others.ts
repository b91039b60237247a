import { insertAfter } from '../place.ts';
import type { Repair } from '../repair.ts';
import { takeOut } from '../take-out.ts';
import { spoken } from '../voice.ts';
import { OWN, pick } from '../wording.ts';

const RULE = 'blames-others';
const QUESTION =
  'You name somebody else here. What was your part: choosing them, not checking, having no fallback? Say it, or take the sentence out.';

/** Drops the party. Where the sentence alone says what went wrong it stays, and our part is added or asked for. */
export const blamesOthers: Repair = {
  rule: RULE,
  mend: (desk) => {
    for (const spot of desk.spots(RULE).toReversed()) {
      const needed = desk.onlyWithin('specific-acknowledgement', spot.unit, spot.from, spot.to);
      if (!needed || !desk.editable(spot.unit)) {
        takeOut(desk, spot, RULE, true);
        continue;
      }
      const { fault } = desk.given;
      if (fault === 'ours' || fault === 'shared') {
        const words = pick(desk.seed, 'ownership', fault === 'ours' ? OWN.ownership : OWN.sharedOwnership);
        insertAfter(desk, spot.unit, spoken(words, desk.voice), RULE);
        continue;
      }
      const slot = desk.blank(RULE, { blank: '[what our part in this was]', question: QUESTION });
      if (slot) insertAfter(desk, spot.unit, spoken(`On our side: ${slot}.`, desk.voice), RULE);
      else takeOut(desk, spot, RULE, true);
    }
  },
};
