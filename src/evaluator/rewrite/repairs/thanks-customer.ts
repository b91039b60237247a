import { insertPart } from '../place.ts';
import type { Repair } from '../repair.ts';
import { spoken } from '../voice.ts';
import { OWN, pick } from '../wording.ts';

const RULE = 'thanks-customer';
/** A message this short (words) is not made longer by courtesies. */
const SHORT = 15;

/** Thanks for telling us, where it was the customer who told us. */
export const thanksCustomer: Repair = {
  rule: RULE,
  mend: (desk) => {
    if (desk.latest.context.noticed_by !== 'customer' || desk.first.draft.wordCount < SHORT) return;
    insertPart(desk, RULE, spoken(pick(desk.seed, 'thanks', OWN.thanks), desk.voice));
  },
};
