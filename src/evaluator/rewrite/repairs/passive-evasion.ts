import type { Repair } from '../repair.ts';
import { turnClause } from '../turn-clause.ts';

const RULE = 'passive-evasion';

/** Makes us the subject, where the sender said that it was ours; otherwise ownership is asked for elsewhere. */
export const passiveEvasion: Repair = {
  rule: RULE,
  mend: (desk) => {
    if (desk.given.fault !== 'ours') return;
    const spot = desk.spots(RULE)[0];
    if (!spot || !desk.editable(spot.unit)) return;
    const turned = turnClause(spot.unit.text);
    if (turned !== null) desk.replace(spot.unit, turned, RULE);
  },
};
