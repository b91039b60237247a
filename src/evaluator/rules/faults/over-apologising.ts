import { citeAll } from '../../draft.ts';
import { SORRY } from '../../lexicon/apology-words.ts';
import { defineFault } from '../../rule.ts';

const EACH = new RegExp(String.raw`\b${SORRY}\b`, 'gi');
const ABASED =
  /\b(?:(?:can(?:not|'t| not)|could(?:n't| not)) (?:even )?(?:apologi[sz]e|say sorry|tell you how sorry|express)[^.!?\n]{0,20}(?:enough|how|times)?|words (?:can't|cannot|can not|could not|fail|do not|don't)[^.!?\n]{0,40}|(?:beyond |absolutely |utterly |truly )?mortified|unforgivable|(?:a )?(?:thousand|million|hundred) apologies|(?:hardly |never )?forgive (?:myself|ourselves)|from the bottom of (?:my|our) hearts?|(?:dying|die) of shame|hang (?:my|our) heads?|grovel\w{0,3}|beg (?:you|your forgiveness|for forgiveness)|don't deserve you|on (?:my|our) knees)\b/gi;
const MENTIONED = /\b(?:no|written|your|an) $/i;

/** Four apologies, or three within this many words (rubric, 3.25). */
const MANY = 4;
const CLOSE_TOGETHER = 3;
const CLOSE_WORDS = 60;

export const overApologising = defineFault({
  id: 'over-apologising',
  title: 'Too many apologies',
  why: 'Past the first, each apology asks the reader to comfort you. Solving the problem is what helps.',
  advice: 'Keep one apology at the top, or two if one is yours and one the company’s.',
  sources: ['halperin-2022', 'marinova-2018'],
  points: 4,
  level: 'minor',
  decidedBy: 'patterns',
  detect: ({ draft }) => {
    const abased = citeAll(draft, ABASED);
    const apologies = citeAll(draft, EACH).filter(
      ({ start }) => !MENTIONED.test(draft.prose.slice(Math.max(0, start - 8), start)),
    );
    const crowded = apologies.some((first, i) => {
      const last = apologies[i + CLOSE_TOGETHER - 1];
      return (
        last !== undefined && draft.prose.slice(first.start, last.end).split(/\s+/).length <= CLOSE_WORDS
      );
    });
    const many = apologies.length >= MANY || crowded ? apologies.slice(1) : [];
    return [...abased, ...many].sort((a, b) => a.start - b.start);
  },
  examples: {
    flags: [
      'Sorry for the wait, «sorry» for the noise and sorry for the bill.',
      'I «cannot apologise enough» for this.',
      'We are «mortified».',
      '«Words cannot express» how bad we feel.',
    ],
    passes: [
      'I am sorry I forgot, and the whole shop is sorry you waited.',
      'Sorry for the wait, and for the noise, and for the bill.',
      'I am very sorry about the lost day.',
      'No apology pays your fee back, so I have refunded it. I am sorry.',
    ],
  },
});
