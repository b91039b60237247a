import type { Repair } from '../repair.ts';
import { takeOutAll } from '../take-out.ts';

/** Selling and praise of the house go without a replacement. */
export const selfPromotion: Repair = {
  rule: 'self-promotion',
  mend: (desk) => takeOutAll(desk, 'self-promotion', false),
};
