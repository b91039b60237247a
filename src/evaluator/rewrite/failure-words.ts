import type { Desk } from './desk.ts';
import { capitalise, decapitalise, endsSentence } from './grammar.ts';
import type { Spot } from './read-findings.ts';

const SUBJECT =
  /^(?:we|i|you|your|our|the|it|they|their|my|his|her|someone|somebody|nobody|a|an|one|two|there|order|parcel)\b/i;
const VERB =
  /\b(?:was|were|is|are|had|has|have|did|didn't|wasn't|weren't|could(?:n't)?|would(?:n't)?|sent|went|lost|left|gave|made|took|put|got|came|sold|broke|told|forgot|ran|cut|shut|read|rang|kept|let|fell|held|ate|overcharged|\p{L}{2,}(?:ed|oke|ept|ade|old|ost|ook|uilt))\b/iu;

/** Whether context words are a clause ("we sent the wrong size") rather than a phrase ("the wrong size"). */
export const isClause = (words: string): boolean => SUBJECT.test(words.trim()) && VERB.test(words);

/** Context words as sentences of their own. */
export const asSentence = (words: string): string => {
  const text = capitalise(words.trim());
  return endsSentence(text) ? text : `${text}.`;
};

/**
 * What an apology can be for, as the words after "sorry" or "apologise": the failure from the context, a
 * slot for it, or nothing when the draft names it elsewhere than in `without`.
 */
export function apologyObject(desk: Desk, verb: 'sorry' | 'apologise', without: Spot | null): string {
  const named = desk
    .spots('specific-acknowledgement')
    .some(
      (spot) =>
        !without || spot.unit.id !== without.unit.id || spot.to <= without.from || spot.from >= without.to,
    );
  if (named) return '';
  const known = desk.given.what_happened;
  const link = verb === 'sorry' ? 'about' : 'for';
  if (known !== undefined) {
    const words = known.trim().replace(/[.!]+$/, '');
    if (/[.!?\n]/.test(words) || desk.says(words)) return '';
    return isClause(words) ? ` that ${decapitalise(words)}` : ` ${link} ${decapitalise(words)}`;
  }
  const slot = desk.blank('specific-acknowledgement', {
    hint: verb === 'sorry' ? 'It follows “sorry about …”.' : 'It follows “for …”.',
  });
  return slot ? ` ${link} ${slot}` : '';
}
