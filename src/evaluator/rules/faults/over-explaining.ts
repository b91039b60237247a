import type { Clause } from '../../draft.ts';
import { cite } from '../../evidence.ts';
import { SORRY } from '../../lexicon/apology-words.ts';
import { CIRCUMSTANCE } from '../../lexicon/excuses.ts';
import { OFFER } from '../../lexicon/remedies.ts';
import { defineFault, type Reading } from '../../rule.ts';

const CAUSAL =
  /\b(?:because|since|so|which (?:means|meant)|as a result|due to|caused|the reason|runs?|sits?|relies|depends|sorted|queue|batch|system|server|process|pipeline|shift|list|code|supplier|sensor|machine|usually|normally|typically|then|when|had (?:been|set|the)|if the|could have|would have)\b/i;
const ABOUT_THEM = new RegExp(String.raw`\b(?:you|your|yours|thank|thanks|${SORRY}|refund|please)\b`, 'i');

/** More sentences of background than this in a row are too many (rubric, 3.23). */
const MOST_SENTENCES = 3;
const MOST_WORDS = 60;

/** The longest run of sentences that only tell how it came about. */
function longestRun({ draft }: Reading): Clause[] {
  const background = (clause: Clause) =>
    !ABOUT_THEM.test(clause.words) &&
    !OFFER.test(clause.words) &&
    !/\bwe(?:'ve| have| are)? (?:now|added|changed|sent)\b/i.test(clause.words);
  let run: Clause[] = [];
  let longest: Clause[] = [];
  for (const clause of draft.clauses) {
    run = background(clause) ? [...run, clause] : [];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}

export const overExplaining = defineFault({
  id: 'over-explaining',
  title: 'The explanation runs long',
  why: 'A long account of how it happened is about you. The reader is waiting for what happens to them.',
  advice: 'Keep the sentence with the nearest cause; offer the rest on request.',
  sources: ['marinova-2018', 'seed-000', 'seed-002'],
  points: 4,
  level: 'minor',
  detect: (reading) => {
    if (reading.profile === 'status-resolved' || reading.context.wants_detail === true) return [];
    const run = longestRun(reading);
    const sentences = new Set(run.map(({ sentence }) => sentence)).size;
    const words = run.reduce((total, clause) => total + clause.words.split(/\s+/).length, 0);
    const causal = run.filter(({ words: said }) => CAUSAL.test(said) || CIRCUMSTANCE.test(said)).length;
    const first = run[0];
    if (!first || causal < 2 || !(sentences > MOST_SENTENCES || words > MOST_WORDS)) return [];
    return [cite(reading.draft.text, first.start, first.end)];
  },
  examples: {
    flags: [
      '«The print run starts at four». The plates come from Leeds. The van was late because the gate sticks. The night man then changed the order. So the list was out of date.',
      'Sorry. «The scanner reads the code on the side». The code is printed in batches. The batch was faded. When a code is faded the system takes the last one. The last one was the blue chair.',
      '«Our alerts go through a relay». The relay has two queues. The first queue was full. The second one drops messages when the disk is slow. The disk was slow that night.',
      '«The dough is mixed at two». The mixer runs on a timer. The timer had been set for winter. The kitchen gets warmer in May. So the dough rose too far.',
    ],
    passes: [
      'The timer had been set for winter and I did not check it.',
      'We are adding a second batch on Fridays. Your result missed the first one.',
      'You waited on Monday. You waited on Tuesday. You rang twice. Nobody rang you.',
      'Your report runs again. I sent it to you. The fee is off. Mia has the list. You will get a note on Monday.',
    ],
  },
});
