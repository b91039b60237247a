import { citeAll } from '../../draft.ts';
import { type Evidence, overlaps } from '../../evidence.ts';
import {
  DUE_TO_CIRCUMSTANCE,
  HARD_TIMES,
  NOT_IN_OUR_POWER,
  OWNED,
  SUCH_IS_LIFE,
} from '../../lexicon/excuses.ts';
import { defineFault, type Reading } from '../../rule.ts';

export const excuseMaking = defineFault({
  id: 'excuse-making',
  title: 'It makes an excuse',
  why: 'A busy week or bad luck may be true, but as a reason it asks the reader to go easy on you. Replies that make excuses lower trust.',
  advice: 'Cut it, or say which choice of yours let it happen.',
  sources: ['kapes-2022', 'shaw-2003', 'seed-000', 'seed-001', 'seed-002'],
  points: 8,
  level: 'moderate',
  detect: ({ draft }) =>
    [DUE_TO_CIRCUMSTANCE, NOT_IN_OUR_POWER, HARD_TIMES, SUCH_IS_LIFE]
      .flatMap((pattern) => citeAll(draft, pattern))
      .sort((a, b) => a.start - b.start),
  excused: ownedNearby,
  examples: {
    flags: [
      'Your bread was late «due to heavy traffic» on the ring road.',
      'We «were run off our feet» on Sunday.',
      'The cause was «beyond our control».',
      '«In our defence», the old lock had never stuck before.',
      'The porters «did their best» with the piano.',
      'Two of our drivers «called in sick» that morning.',
      'It «was never our intention» to leave you outside.',
    ],
    passes: [
      // A choice of ours is an explanation.
      'We sent one driver out for two rounds, and yours was the second.',
      'It was the Christmas rush, and we should have hired for it.',
      'Snow closed the road at six. We did not ring you, and that was our failure.',
      'Being busy is no excuse for losing your form.',
      // A circumstance of the repair.
      'The workshop is closed on Sunday, so I will bring the keys round on Monday.',
      'I will do my best to find it tonight.',
    ],
  },
  practice: {
    before: "I'm sorry your lunch took an hour. A coach party of fifty came in and we were short of hands.",
    after:
      "I'm sorry your lunch took an hour. When a coach party of fifty came in, I should have called in more hands.",
  },
});

/** Whether our part is owned, or the excuse turned down, in the same or the next sentence: then it is an explanation. */
function ownedNearby({ draft, found }: Reading, excuse: Evidence): boolean {
  const at = draft.clauses.find((clause) => overlaps(clause, excuse))?.sentence;
  if (at === undefined) return false;
  const owning = found('takes-responsibility');
  return draft.clauses.some(
    (clause) =>
      (clause.sentence === at || clause.sentence === at + 1) &&
      (OWNED.test(clause.words) || owning.some((words) => overlaps(words, clause))),
  );
}
