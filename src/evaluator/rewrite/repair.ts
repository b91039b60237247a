import type { Desk } from './desk.ts';

/** What one rule does to a page on which it is present (a fault, a gate) or missing (a component). */
export interface Repair {
  readonly rule: string;
  readonly mend: (desk: Desk) => void;
}
