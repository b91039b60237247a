import type { Desk } from '../desk.ts';
import { replaceInProse } from '../grammar.ts';
import type { Spot } from '../read-findings.ts';
import type { Repair } from '../repair.ts';
import { holdsLink, takeOut } from '../take-out.ts';
import { spoken } from '../voice.ts';
import { OWN, pick } from '../wording.ts';
import { isStockObject, mendStockObject } from './stock-object.ts';

const RULE = 'canned-boilerplate';
const ASSURED = /^(?:(?:please )?(?:rest|be) assured(?: that)?|we (?:can )?assure you(?: that)?),?\s+/i;
const HESITATE = /\b(?:(?:please )?(?:do not|don't|never) hesitate to|(?:please )?feel free to) (?=\p{L})/iu;
const AND_UNDERSTANDING = /\bpatience and understanding\b/i;
const VALUED = /\b(?:our )?valued (?=(?:customer|guest|member|client|passenger|user|patient)s?\b)/i;
/** What is empty even without "rest assured". */
const EMPTY =
  /\b(?:priority|seriously|strive|committed|best|utmost|satisfaction|important|looking into|attention|everything we can)\b/i;

/** Deletes the phrase, or the formula around words that mean something. */
export const cannedBoilerplate: Repair = {
  rule: RULE,
  mend: (desk) => {
    for (const spot of desk.spots(RULE).toReversed()) mend(desk, spot);
  },
};

function mend(desk: Desk, spot: Spot): void {
  const { unit } = spot;
  if (!desk.editable(unit)) return;
  if (isStockObject(spot)) {
    mendStockObject(desk, spot, RULE);
    return;
  }
  for (const [pattern, to, unless] of [
    [AND_UNDERSTANDING, 'patience', null],
    [ASSURED, '', EMPTY],
    [VALUED, '', /\bas a valued\b/i],
  ] as const) {
    const rest = replaceInProse(unit.text, pattern, to);
    if (rest !== unit.text && !unless?.test(unit.text)) {
      desk.replace(unit, rest, RULE);
      return;
    }
  }
  if (HESITATE.test(unit.text)) {
    if (holdsLink(unit.text) || /\d{5}/.test(unit.text)) {
      desk.replace(unit, replaceInProse(unit.text, HESITATE, 'please '), RULE);
      return;
    }
    if (!desk.has('invites-response')) {
      desk.replace(unit, spoken(pick(desk.seed, 'invite', OWN.invite), desk.voice), RULE);
      return;
    }
  }
  takeOut(desk, spot, RULE, false);
}
