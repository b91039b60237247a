import type { Repair } from '../repair.ts';
import { takeOutAll } from '../take-out.ts';

/** Whatever the customer did, saying so here turns the apology on them: it goes. */
export const blamesCustomer: Repair = {
  rule: 'blames-customer',
  mend: (desk) => takeOutAll(desk, 'blames-customer', true),
};
