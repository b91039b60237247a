import { replaceInProse } from '../grammar.ts';
import type { Repair } from '../repair.ts';
import { takeOut } from '../take-out.ts';

const RULE = 'over-promise';
/** Certainty in front of something the sender does: the act can stay without it. */
const CERTAIN =
  /\b(?:definitely|absolutely|certainly|100 ?%|for sure|without fail|undoubtedly) |\b(?:I|we) (?:promise|guarantee|swear|assure you)(?: you)?(?: that)? (?=(?:I|we)(?:'ll| will)\b)/gi;
const OUTCOME =
  /\b(?:never|again|always|ever|any(?:thing| time)|whatever|every|love|adore|disappointed|happy|perfect|repeated|recur)\b/i;

/** The bare certainty goes; the step behind it is asked for where none is named. */
export const overPromise: Repair = {
  rule: RULE,
  mend: (desk) => {
    for (const spot of desk.spots(RULE).toReversed()) {
      const words = replaceInProse(spot.unit.text, CERTAIN, '');
      const sure = desk.editable(spot.unit) && words !== spot.unit.text && !OUTCOME.test(spot.quote);
      if (sure) desk.replace(spot.unit, words, RULE);
      else takeOut(desk, spot, RULE, false);
    }
  },
};
