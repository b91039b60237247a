import type { Desk } from '../desk.ts';
import { insertPart } from '../place.ts';
import type { Repair } from '../repair.ts';
import { inStyle, spoken } from '../voice.ts';
import { OWN, pick } from '../wording.ts';

const RULE = 'empathy-impact';
/** A word like "frustrating" is too small for these. */
const GRAVE =
  /\b(?:injur\w*|hospital|ambulance|allerg\w*|nuts?|blood|died?|death|funeral|bereave\w*|miscarr\w*|cancer|surgery|infect\w*|unsafe|breach|racis\w*|harass\w*|wheelchair|fire|poison\w*|fell|hurt|child|baby)\b/i;
const UPSETTING =
  /\b(?:halal|kosher|vegan|wedding|birthday|christening|anniversary|party|graduation|bride|grandm\w+|nan|mum|rude|ignored)\b/i;
const WORRYING =
  /\b(?:password|account (?:number|details)|personal data|security|results?|prescription|tablets?|medication|missing money|charged)\b/i;

/** One feeling word that fits the failure; where only they know what it cost, a slot. */
export const empathyImpact: Repair = {
  rule: RULE,
  mend: (desk) => {
    if (desk.units.some(({ by, text, inserted }) => inserted && text !== '' && by.includes(RULE))) return;
    const slot = needsTheirStory(desk) ? desk.blank(RULE) : null;
    if (slot) return insertPart(desk, RULE, inStyle(`${desk.leadIn(RULE)}${slot}.`, desk.voice));
    if (needsTheirStory(desk)) return;
    const before = desk.text;
    insertPart(
      desk,
      RULE,
      spoken(pick(desk.seed, RULE, OWN.empathy), desk.voice, { feeling: feelingFor(desk) }),
    );
    if (desk.text !== before) return;
    const asked = desk.blank(RULE);
    if (asked) insertPart(desk, RULE, inStyle(`${desk.leadIn(RULE)}${asked}.`, desk.voice));
  },
};

function needsTheirStory(desk: Desk): boolean {
  const { severity, sensitive, failure_type } = desk.given;
  if (
    severity === 'high' ||
    sensitive === true ||
    failure_type === 'safety' ||
    GRAVE.test(desk.first.draft.prose)
  )
    return true;
  return !desk.has('specific-acknowledgement') && desk.given.what_happened === undefined;
}

function feelingFor(desk: Desk): string {
  const { failure_type } = desk.given;
  if (failure_type === 'data' || WORRYING.test(desk.first.draft.prose)) return 'worrying';
  if (UPSETTING.test(desk.first.draft.prose)) return 'upsetting';
  return failure_type === 'wrong-item' || failure_type === 'product-fault' ? 'disappointing' : 'frustrating';
}
