import type { Desk } from '../desk.ts';
import type { Spot } from '../read-findings.ts';
import type { Repair } from '../repair.ts';
import { takeOut } from '../take-out.ts';

const RULE = 'disrespectful-tone';
const MOCKING = /\s*(?:[😂🤣🙄😅🙃🤷😆😏](?:[\u200d\u{1f3fb}-\u{1f3ff}\ufe0f♀♂]*))+/gu;
const LAUGH = /,?\s*\b(?:lol|lmao|rofl|haha(?:ha)*|hehe)\b[!.]*/gi;
const SHOUTED =
  /\b(?!(?:PDF|ID|GPS|UK|USA|EU|VAT|SMS|URL|API|SLA|FAQ|DVD|TV|NHS|GDPR|HTTPS?|ASAP|UTC|ETA|NOT)\b)\p{Lu}{3,}(?:'\p{Lu}+)?\b/gu;

/** Takes the jeer, the laugh or the shout off words that mean something; a sentence that is only jeer goes. */
export const disrespectfulTone: Repair = {
  rule: RULE,
  mend: (desk) => {
    for (const spot of desk.spots(RULE).toReversed()) {
      if (!desk.editable(spot.unit)) continue;
      const softened = soften(spot);
      if (softened !== null && worthKeeping(desk, spot)) desk.replace(spot.unit, softened, RULE);
      else takeOut(desk, spot, RULE, true);
    }
  },
};

function soften({ unit, from, to }: Spot): string | null {
  const around = unit.text.slice(from, Math.min(unit.text.length, to + 6));
  const calm = around
    .replace(MOCKING, '')
    .replace(LAUGH, '')
    .replace(SHOUTED, (word) => word.toLowerCase());
  return calm === around ? null : unit.text.slice(0, from) + calm + unit.text.slice(from + around.length);
}

/** Only words that hold a part of the apology are worth saving from their tone, or a jeer of one sign. */
const worthKeeping = (desk: Desk, { unit, quote }: Spot): boolean =>
  desk.rules.some(({ kind, id }) => kind === 'component' && desk.onlyIn(id, unit)) || !/\p{L}/u.test(quote);
