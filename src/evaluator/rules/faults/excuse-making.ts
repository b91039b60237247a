import { citeClauses } from '../../draft.ts';
import { CIRCUMSTANCE } from '../../lexicon/excuses.ts';
import { defineFault } from '../../rule.ts';

const REFUSED =
  /\b(?:no excuse|not an excuse|isn't an excuse|no reason|won't (?:tell|offer|blame)|not going to|that's on us|our (?:job|failing|failure|call)|should have|we (?:put|rostered|planned|took on|knew|chose)|i'm full|so i've)\b/i;

export const excuseMaking = defineFault({
  id: 'excuse-making',
  title: 'A circumstance stands in for the reason',
  why: 'Being busy, unlucky or well-meaning may be true. To somebody who was let down it sounds like a plea.',
  advice: 'Leave it out, or name the choice behind it that was yours.',
  sources: ['kapes-2022', 'shaw-2003', 'seed-000', 'seed-001', 'seed-002'],
  points: 8,
  level: 'moderate',
  detect: ({ draft }) => citeClauses(draft, ({ words }) => CIRCUMSTANCE.test(words) && !REFUSED.test(words)),
  examples: {
    flags: [
      '«We were really busy that evening».',
      '«It was due to unforeseen circumstances».',
      '«In our defence, the sign is large».',
      '«We did our best with what we had».',
    ],
    passes: [
      'We rostered two people for a night that needed four.',
      'Being short-staffed is no excuse for the silence.',
      'We knew the strike was coming and should have warned you.',
      'Each box now gets a second layer.',
    ],
  },
});
