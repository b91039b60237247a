import type { Repair } from '../repair.ts';

/** A slot of the draft is never filled by guessing: each becomes a question. */
export const unfilledPlaceholder: Repair = {
  rule: 'unfilled-placeholder',
  mend: (desk) => {
    for (const { quote } of desk.spots('unfilled-placeholder')) {
      desk.ownSlot(quote, `What belongs in place of ${quote}?`);
    }
  },
};
