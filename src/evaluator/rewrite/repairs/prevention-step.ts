import { insertPart } from '../place.ts';
import type { Repair } from '../repair.ts';
import { inStyle } from '../voice.ts';
import { LEAD_INS, pick } from '../wording.ts';

const RULE = 'prevention-step';

/** Only the sender knows what changes: a slot, never an invented process. */
export const preventionStep: Repair = {
  rule: RULE,
  mend: (desk) => {
    const slot = desk.blank(RULE);
    if (slot) insertPart(desk, RULE, inStyle(`${pick(desk.seed, RULE, LEAD_INS[RULE])}${slot}.`, desk.voice));
  },
};
