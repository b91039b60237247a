import type { Desk } from '../desk.ts';
import { apologyObject } from '../failure-words.ts';
import { replaceInProse } from '../grammar.ts';
import type { Spot } from '../read-findings.ts';
import type { Repair } from '../repair.ts';
import { takeOut } from '../take-out.ts';
import { isStockObject, mendStockObject } from './stock-object.ts';

const RULE = 'conditional-apology';
const APOLOGY = /\b(?:sorry|apolog(?:y|ies|i[sz]e))\b/i;
/** "if …, we are sorry": the condition goes, the apology stays. */
const LEADING =
  /^(?:if|should|in case|were|to the extent|insofar as|in so far as|supposing|where|in the event)\b[^.!?]{3,160}?,\s+(?:then\s+)?(?=[^,]{0,40}\b(?:sorry|apolog))/i;
/** "we would naturally apologise" without its condition. */
const WOULD = /\bwould (?:naturally |of course |certainly |then |like to |wish to )?(?=apologi[sz]e\b)/gi;
/** "sorry if …" to the end of the clause. */
const TRAILING =
  /\b(sorry|apologies|apolog[iy][sz]?e?)(?: for this| about this)?,? (?:if|in case|should|were|whoever|to (?:anyone|anybody|those)|to the extent|insofar as|in so far as|for (?:whatever|anything)|where|that [^.!?,]{0,20}(?:may|might))\b[^.!?;\n]*/i;
/** "sorry if the delay of parcel 88120 caused you any trouble": what the sender calls "the delay" is no guess, only the harm was. */
const THE_THING =
  /\b(sorry|apologies|apologi[sz]e),? (?:if|that|should) ((?:the|this|our|your) [^.!?;,\n]{3,80}?) (?:(?:has|have|had|may|might|could) (?:well )?(?:have )?)?(?:caused?|led to|resulted in|created|brought|put|gave|given)\b[^.!?;\n]*/i;
/** ", insofar as we had a part in it" after the thing itself. */
const HEDGE = /(?<=\w),? (?:insofar as|in so far as|to the extent(?: that)?)\b[^.!?;\n]*/gi;
const DOUBTFUL = /\b(?:may|might|could) (?:well )?have\b/i;

function mend(desk: Desk, spot: Spot): void {
  const { unit } = spot;
  if (!desk.editable(unit)) return;
  if (isStockObject(spot)) {
    mendStockObject(desk, spot, RULE);
    return;
  }
  const unhedged = replaceInProse(unit.text, HEDGE, '');
  if (unhedged !== unit.text) {
    desk.replace(unit, unhedged, RULE);
    return;
  }
  if (LEADING.test(unit.text)) {
    const rest = replaceInProse(replaceInProse(unit.text, LEADING, ''), WOULD, '');
    if (rest !== unit.text) {
      desk.replace(unit, rest, RULE);
      return;
    }
  }
  const named = replaceInProse(unit.text, THE_THING, (words) => words.replace(THE_THING, '$1 for $2'));
  if (named !== unit.text) {
    desk.replace(unit, named, RULE);
    return;
  }
  const trailing = TRAILING.exec(unit.text);
  if (trailing) {
    const object = apologyObject(desk, /sorry/i.test(trailing[1] ?? '') ? 'sorry' : 'apologise', {
      ...spot,
      from: trailing.index,
      to: trailing.index + trailing[0].length,
    });
    const rest = replaceInProse(unit.text, TRAILING, (words) => `${APOLOGY.exec(words)?.[0] ?? ''}${object}`);
    if (rest !== unit.text) {
      desk.replace(unit, rest, RULE);
      return;
    }
  }
  if (DOUBTFUL.test(unit.text) && desk.onlyIn('specific-acknowledgement', unit)) {
    const slot = desk.blank('specific-acknowledgement', {
      question: `Did this happen: “${unit.text.trim()}”? Say it as a fact, or say what you are doing to find out.`,
    });
    if (slot) {
      desk.replace(unit, `${slot}.`, RULE);
      return;
    }
  }
  takeOut(desk, spot, 'conditional-apology', true);
}

/** Takes the condition out and says the thing as a fact, or asks whether it happened. */
export const conditionalApology: Repair = {
  rule: RULE,
  mend: (desk) => {
    for (const spot of desk.spots(RULE).toReversed()) mend(desk, spot);
  },
};
