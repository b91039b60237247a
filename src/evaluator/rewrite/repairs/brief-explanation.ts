import { asSentence, isClause } from '../failure-words.ts';
import { insertPart } from '../place.ts';
import type { Repair } from '../repair.ts';
import { inStyle } from '../voice.ts';

const RULE = 'brief-explanation';

/** The cause from the context; without one nothing is written: a cause is never supplied. */
export const briefExplanation: Repair = {
  rule: RULE,
  mend: (desk) => {
    const cause = desk.given.root_cause?.trim();
    if (cause === undefined || cause.toLowerCase() === 'unknown') return;
    const words = cause.replace(/[.!]+$/, '');
    insertPart(
      desk,
      RULE,
      isClause(words) ? asSentence(words) : inStyle(`${desk.leadIn(RULE)}${words}.`, desk.voice),
    );
  },
};
