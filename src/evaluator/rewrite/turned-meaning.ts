import type { Evaluation } from '../evaluate.ts';
import { factsIn, textOf } from './facts.ts';
import { isFree, stem, wordsOf } from './free-words.ts';

// What can be said with the draft's own words and free ones, and yet is not what it says.

/** Whether a text has a match that `known` has not. */
export const addsTo = (known: string, text: string, pattern: RegExp): boolean =>
  (text.match(pattern) ?? []).some((found) => !known.includes(found));

const SENTENCES = /[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*/g;
const NEGATION = /\b(?:not|no|never|nor|neither|without|cannot|unable|unless)\b|n['’]t\b/i;

/** Whether a particular stands in a sentence that denies, and stood in none that did, or the other way round. */
export function turnsFact(known: string, text: string): boolean {
  const sentences = known.match(SENTENCES) ?? [];
  return (text.match(SENTENCES) ?? []).some((sentence) =>
    factsIn(sentence).some(({ words }) => {
      if (isFree(words)) return false;
      const before = sentences.filter((one) => one.includes(words));
      return before.length > 0 && before.every((one) => NEGATION.test(one) !== NEGATION.test(sentence));
    }),
  );
}

const COMMITMENT = /\b(?:will|shall|going to)\b|['’]ll\b/i;
/** Context fields that say what the sender has settled to do. */
const SETTLED = ['promises', 'follow_up_on'] as const;

/** Whether something is said to come that stood in no sentence about what will come: asked for is not promised. */
export function addsCommitment({ draft, given }: Evaluation, text: string): boolean {
  const settled = SETTLED.map((field) => textOf(given[field])).join(' ');
  const promised = (draft.text.match(SENTENCES) ?? []).filter((sentence) => COMMITMENT.test(sentence));
  const known = new Set(wordsOf(`${promised.join(' ')} ${settled}`).map(stem));
  return (text.match(SENTENCES) ?? [])
    .filter((sentence) => COMMITMENT.test(sentence))
    .some((sentence) => wordsOf(sentence).some((word) => !isFree(word) && !known.has(stem(word))));
}

/** Free words that put the blame on the reader. */
const BLAME =
  /\byour (?:own )?(?:mistake|fault|error|part|responsibility|issue)\b|\byou (?:were|are|have been|had) (?:wrong|responsible|at fault)\b|\byou(?:['’](?:re|ve|d))? (?:caused|made)\b/gi;

export const blamesReader = (draft: string, text: string): boolean => addsTo(draft, text, BLAME);

const OWNING =
  /\b(?:our|my) (?:own )?(?:mistake|fault|error|responsibility)\b|\b(?:mistake|fault|error) (?:was|is) (?:ours|mine)\b|\bon us\b|\b(?:am|are|take) (?:full )?responsib/gi;

/** Whether it owns what is said to be the fault of somebody else. */
export const ownsForAnother = ({ draft, context }: Evaluation, text: string): boolean =>
  context.fault !== 'ours' && context.fault !== 'shared' && addsTo(draft.text, text, OWNING);
