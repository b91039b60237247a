import { citeAll } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { defineFault } from '../../rule.ts';

const SHIELD = new RegExp(
  [
    String.raw`\b(?:our|the) (?:records?|logs?|system|data|cctv|cameras?|tracking|notes|timestamps?)\b ${gap(2)}(?:shows?|says?|indicates?|confirms?|tells?|suggests?)\b[^.!?\n]{0,60}`,
    String.raw`\b(?:technically|for the record|legally)\b,?[^.!?\n]{0,60}`,
    String.raw`\b(?:as per|in line with|in accordance with|according to|under|per) (?:our|the|your) (?:policy|policies|terms|contract|agreement|conditions|guidelines|records|tenancy|clause|rules|schedule)\b[^.!?\n]{0,50}`,
    String.raw`\b(?:(?:we|i) (?:must|have to|would|need to|should)? ?(?:point out|dispute|refute|reject|disagree|stand by|maintain)|not obliged|no obligation|(?:staff|team|crew|driver|nurse|we) (?:all )?(?:followed|acted|complied)[^.!?\n]{0,30}(?:procedure|protocol|policy|correctly|guidelines|rules|rights)|within (?:our|the agreed|its) (?:rights|window|limits|terms))\b[^.!?\n]{0,40}`,
    String.raw`\b(?:no(?:body| one|ne)? ?(?:other|else)?|no other (?:customers?|guests?|patients?|users?)) (?:has|have|had) (?:ever )?(?:complained|reported|mentioned|raised|said)\b[^.!?\n]{0,30}`,
    String.raw`\b(?:surprised to (?:read|hear|see)|do(?:n't| not) (?:accept|recogni[sz]e|agree)|without (?:any )?admi(?:tting|ssion)|was (?:clearly |fully )?(?:disclosed|explained|stated|communicated)|that(?:'s| is) not (?:what|how|true)|non-?refundable|not our policy|is not possible|standard (?:industry )?practice|nothing (?:was )?wrong with)\b[^.!?\n]{0,50}`,
  ].join('|'),
  'gi',
);
const FOR_THEM =
  /\b(?:you(?:'re| are) (?:right|owed|entitled|due)|exactly (?:what|as) you|as you (?:said|described)|and we (?:didn't|did not|missed|took|failed)|confirms? (?:what you|you were)|shows? (?:we|that we|you waited|you were right))\b/i;

export const defensiveness = defineFault({
  id: 'defensiveness',
  title: 'It argues that you were right',
  why: 'Policies, records and "no one else" answer a charge. A person who was let down wanted to be believed.',
  advice: 'Take up what they told you, and say what happens next.',
  sources: ['kapes-2022', 'seed-000', 'seed-004'],
  points: 12,
  level: 'major',
  detect: ({ draft }) => citeAll(draft, SHIELD).filter(({ quote }) => !FOR_THEM.test(quote)),
  examples: {
    flags: [
      '«Our records show the parcel was signed for».',
      '«As per our policy, opened items stay sold».',
      '«No other guest has complained».',
      '«We must point out that the sign was up».',
    ],
    passes: [
      'Our logs show exactly what you described.',
      "You're right: we said nine and came at noon.",
      'Our terms say ten days, and we took thirty.',
      'I checked the tape and it happened as you said.',
    ],
  },
});
