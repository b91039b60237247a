import type { Repair } from '../repair.ts';
import { takeOutAll } from '../take-out.ts';

/** A circumstance offered as the reason is cut; what it delayed or broke stays. */
export const excuseMaking: Repair = {
  rule: 'excuse-making',
  mend: (desk) => takeOutAll(desk, 'excuse-making', false),
};
