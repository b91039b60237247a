import { type Clause, citeAll, type Draft } from '../../draft.ts';
import { cite, type Evidence } from '../../evidence.ts';
import { HYPOTHETICAL, MECHANISM, NOT_BACKGROUND } from '../../lexicon/causes.ts';
import { defineFault } from '../../rule.ts';

/** The rubric's limits (3.23): more than three sentences of cause, or more than sixty words. */
const SENTENCES = 3;
const WORDS = 60;
const LEAST_WORDS = 24;
/** The share of a run that must say how something works, so that a list of what went wrong is none. */
const MECHANISMS = 0.5;
const HYPOTHETICALS = 3;

export const overExplaining = defineFault({
  id: 'over-explaining',
  title: 'It explains too much',
  why: 'Reasons take up the time in which people wait for the fix. In recorded talks at airport desks, solving the problem is what raised satisfaction.',
  advice: 'Keep the one sentence with the nearest cause, and offer the rest on request.',
  sources: ['marinova-2018', 'seed-000', 'seed-002'],
  points: 4,
  level: 'minor',
  seesAll: true,
  detect: ({ draft, context, profile }) => {
    if (context.wants_detail === true || profile === 'status-resolved') return [];
    const might = citeAll(draft, HYPOTHETICAL);
    const first = might.length >= HYPOTHETICALS ? might[0] : undefined;
    return first ? [first] : longBackground(draft);
  },
  examples: {
    flags: [
      '«Bread dough rises in a proving room.» The room is heated by a pipe. The pipe runs under the yard. When the yard was dug up the pipe went cold.',
      '«Tickets are held in a pool.» The pool refills at night. The refill reads a list from the hall. The list is kept by hand. The hall was closed that week.',
      '«Had the» gate been open we could have boarded. Had the bus come we would have made it.',
      'Sorry your lamp is late. «The kiln has two shelves.» The upper shelf runs hot. The lower one depends on the fan. The fan is old. So the glaze cracked.',
    ],
    passes: [
      'The alarm was set for six in the evening and I did not look at it twice.',
      // What the reader went through, at length.
      'You rang on Monday. You rang on Tuesday. You wrote on Wednesday. You came by on Friday.',
      'Your files are back. I copied them by hand. They are in the folder named May. The old link works. Ana has the list.',
      'The pump is old. Its seal had cracked. We had no spare.',
      'We booked two weddings for one hall, because I keep the book by hand.',
    ],
  },
  practice: {
    before:
      "I'm sorry we missed your move. Had the diary been checked we would have seen two jobs for one van, and had the office rung round we could have hired a second.",
    after:
      "I'm sorry we missed your move. We had two jobs for one van, because we had not checked the diary.",
  },
});

/** The first sentence of the first run of background that is too long. */
function longBackground(draft: Draft): Evidence[] {
  let run: Clause[][] = [];
  for (const sentence of [...sentencesOf(draft), []]) {
    const background = isBackground(sentence);
    if (background && run.at(-1)?.[0]?.line === sentence[0]?.line) {
      run.push(sentence);
      continue;
    }
    const [first] = run;
    if (first?.[0] && isTooLong(run))
      return [cite(draft.text, first[0].start, first.at(-1)?.end ?? first[0].end)];
    run = background ? [sentence] : [];
  }
  return [];
}

const sentencesOf = ({ clauses }: Draft): Clause[][] => [
  ...Map.groupBy(clauses, ({ sentence }) => sentence).values(),
];

const wordsOf = (sentence: readonly Clause[]): string => sentence.map(({ words }) => words).join(' ');

const count = (words: string): number => words.split(/\s+/).length;

const MORE_THAN_TWO = /\s\S+\s/;

function isBackground(sentence: readonly Clause[]): boolean {
  const words = wordsOf(sentence);
  return !words.endsWith('?') && !NOT_BACKGROUND.test(words) && MORE_THAN_TWO.test(words);
}

function isTooLong(run: readonly (readonly Clause[])[]): boolean {
  if (run.length === 1) return false;
  const texts = run.map(wordsOf);
  const length = count(texts.join(' '));
  const long = (texts.length > SENTENCES && length >= LEAST_WORDS) || length > WORDS;
  return long && texts.filter((words) => MECHANISM.test(words)).length >= MECHANISMS * texts.length;
}
