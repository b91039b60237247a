import type { Repair } from '../repair.ts';
import { takeOutAll } from '../take-out.ts';

/** The dispute, the policy, the record: it goes; what went wrong is asked for where nothing else says it. */
export const defensiveness: Repair = {
  rule: 'defensiveness',
  mend: (desk) => takeOutAll(desk, 'defensiveness', true),
};
