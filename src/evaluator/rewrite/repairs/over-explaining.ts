import type { Repair } from '../repair.ts';
import type { Unit } from '../unit.ts';

const RULE = 'over-explaining';
/** A run of background ends where another part of the apology begins. */
const OTHER_PARTS = [
  'explicit-apology',
  'takes-responsibility',
  'empathy-impact',
  'repair-offer',
  'prevention-step',
  'follow-up',
  'invites-response',
  'thanks-customer',
];

/** Keeps the sentence with the nearest cause and cuts the rest of the run. */
export const overExplaining: Repair = {
  rule: RULE,
  mend: (desk) => {
    const first = desk.spots(RULE)[0];
    if (!first) return;
    const held = new Set(OTHER_PARTS.flatMap((rule) => desk.spots(rule).map(({ unit }) => unit.id)));
    const from = desk.units.findIndex(({ id }) => id === first.unit.id);
    const run: Unit[] = [];
    for (const unit of desk.units.slice(from)) {
      if (unit.kind !== 'body' || (held.has(unit.id) && unit.id !== first.unit.id)) break;
      run.push(unit);
    }
    const causes = new Set(
      [...desk.spots('brief-explanation'), ...desk.spots('specific-acknowledgement')].map(
        ({ unit }) => unit.id,
      ),
    );
    const kept = run.find(({ id }) => causes.has(id)) ?? run[0];
    for (const unit of run) if (unit.id !== kept?.id && desk.editable(unit)) desk.cut(unit, RULE);
  },
};
