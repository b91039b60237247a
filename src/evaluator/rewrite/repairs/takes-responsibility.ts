import { insertPart } from '../place.ts';
import type { Repair } from '../repair.ts';
import { turnClause } from '../turn-clause.ts';
import { spoken } from '../voice.ts';
import { OWN, pick } from '../wording.ts';

const RULE = 'takes-responsibility';

/** Makes us the subject or owns it in a sentence, but only if the context says so; otherwise it asks. */
export const takesResponsibility: Repair = {
  rule: RULE,
  mend: (desk) => {
    const { fault } = desk.given;
    if (
      desk.asked('blames-others') ||
      desk.units.some(({ by, text }) => text !== '' && by.includes('passive-evasion'))
    )
      return;
    if (desk.units.some(({ by, inserted, text }) => inserted && text !== '' && by.includes('blames-others')))
      return;
    if (fault === 'ours') {
      for (const { unit } of desk.spots('specific-acknowledgement')) {
        const turned = desk.editable(unit) ? turnClause(unit.text) : null;
        if (turned !== null) return desk.replace(unit, turned, RULE);
      }
    }
    if (fault === 'ours' || fault === 'shared') {
      const words = pick(desk.seed, 'ownership', fault === 'ours' ? OWN.ownership : OWN.sharedOwnership);
      return insertPart(desk, RULE, spoken(words, desk.voice));
    }
    const slot = desk.blank(RULE);
    if (slot) insertPart(desk, RULE, spoken(`${desk.leadIn(RULE)}${slot}.`, desk.voice));
  },
};
