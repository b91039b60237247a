import { insertPart } from '../place.ts';
import type { Repair } from '../repair.ts';
import { inStyle } from '../voice.ts';

const RULE = 'prevention-step';

/** Only the sender knows what changes: a slot, never an invented process. */
export const preventionStep: Repair = {
  rule: RULE,
  mend: (desk) => {
    const slot = desk.blank(RULE);
    if (slot) insertPart(desk, RULE, inStyle(`${desk.leadIn(RULE)}${slot}.`, desk.voice));
  },
};
