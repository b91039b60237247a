import type { Draft } from '../../draft.ts';
import { citeAll } from '../../draft.ts';
import type { Evidence } from '../../evidence.ts';
import { GROVEL, SHAME } from '../../lexicon/self-abasement.ts';
import { defineFault } from '../../rule.ts';

// A "sorry" that is performed. News ("sorry to hear"), refusals, politeness and talk about apologies are none.
const PERFORMED =
  /(?<!\b(?:no|not|an?|said|say|saying|written|formal|public|this|that|your|my first|for|deserve|owed?|need|to) )\b(?:sorry|soz|apols|apologi[sz]e|apologies|pardon(?: (?:me|us))?|forgive (?:me|us))\b(?! to (?:hear|learn|read|see)\b| for your (?:loss|bereavement)|,? (?:but )?(?:could|can|would|may|what|which) (?:you|i|we)\b|,? (?:but )?(?:i|we) (?:can'?t|cannot|couldn'?t|don'?t)\b)/gi;
/** Stands in each of the next, and is quicker to look for. */
const APOLOGY_WORD = /apolog/i;
const TO_APOLOGISE =
  /\b(?:like|want|wish|need|have|writing|allow (?:me|us)|sincerely|again) to (?:\w+ )?apologi[sz]e\b|\bowe (?:you|them|everyone) an apology\b|\baccept (?:my|our) (?:\w+ ){0,2}apolog(?:y|ies)\b/gi;

/** The rubric's limits (3.25): four in a message, or three within so many words. */
const MANY = 4;
const CLOSE = 3;
const CLOSE_WORDS = 60;

export const overApologising = defineFault({
  id: 'over-apologising',
  title: 'Too many apologies',
  why: 'After the first apology people wait for the fix. In a field study, repeated apologies could backfire.',
  advice: 'Say sorry once, plainly, and spend the rest on what you are doing about it.',
  sources: ['halperin-2022', 'marinova-2018'],
  points: 4,
  level: 'minor',
  seesAll: true,
  decidedBy: 'patterns',
  detect: ({ draft }) => {
    const grovel = citeAll(draft, GROVEL);
    const shame = citeAll(draft, SHAME);
    const abased = grovel.length > 0 ? [...grovel, ...shame] : shame.length > 1 ? shame : [];
    return merged([...repeats(draft), ...abased]);
  },
  examples: {
    flags: [
      "I'm sorry about the cold food. «Sorry» too for the wait, and «sorry» for the mess by the door.",
      'We apologise for the double charge. We «apologise» for the wait on the phone. Our «apologies» for the letter as well.',
      'We «cannot say sorry enough» for losing your suitcase.',
      "I'm so «ashamed», I «feel sick» when I think of your wedding day.",
      "«Words can't» describe how bad we feel about the burst pipe.",
    ],
    passes: [
      "I'm sorry I gave away your table, and everyone here is sorry you ate so late.",
      // Sympathy at news is no apology.
      "I'm sorry to hear your mother is ill. I am sorry too that the nurse came late.",
      // One apology for three things.
      'I am sorry for the noise, the heat and the broken blind.',
      'You asked for a written apology. Here it is: we are sorry we sold your seat.',
      'I am ashamed of how we spoke to you on Monday.',
    ],
  },
  practice: {
    before:
      "I'm so sorry, so very sorry, that we spelled Zoe's name wrong on the cake. A new one will be ready at two, and again, I am really sorry.",
    after: "I'm so sorry that we spelled Zoe's name wrong on the cake. A new one will be ready at two.",
  },
});

/** The apologies after the first, when there are too many of them. */
function repeats(draft: Draft): Evidence[] {
  const all = merged([
    ...citeAll(draft, PERFORMED),
    ...(APOLOGY_WORD.test(draft.prose) ? citeAll(draft, TO_APOLOGISE) : []),
  ]);
  const words = (from: number, to: number) => draft.prose.slice(from, to).split(/\s+/).length;
  const crowded = all.some((first, i) => {
    const last = all[i + CLOSE - 1];
    return last !== undefined && words(first.start, last.end) <= CLOSE_WORDS;
  });
  return all.length >= MANY || crowded ? all.slice(1) : [];
}

/** In text order, without those that lie inside another. */
function merged(evidence: readonly Evidence[]): Evidence[] {
  const kept: Evidence[] = [];
  for (const span of evidence.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end > (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
