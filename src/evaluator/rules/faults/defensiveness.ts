import { citeAll } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { defineFault } from '../../rule.ts';

const TERMS = String.raw`(?:policy|policies|terms(?: and conditions| & conditions)?|t&?cs|contract|agreement|conditions|guidelines|tenancy|clause|rules|schedule|tariff|rule \d+|regulations|guarantee|small print)`;
const SHIELD = new RegExp(
  [
    String.raw`\b(?:our|the) (?:own )?(?:records?|logs?|system|data|cctv|cameras?|camera over [\w ]{3,16}|tracking|notes|timestamps?|inspector|scans?) ${gap(2)}(?:shows?|says?|indicates?|confirms?|tells?|suggests?|states?|gave us)\b[^.!?\n]{0,60}|\bas per (?:tracking|our system|records)\b|\b(?:is|was|were|are) (?:not )?reflected in (?:the|our)\b|\bcan find no (?:record|trace|evidence)\b[^.!?\n]{0,30}|\bthere'?s no evidence\b[^.!?\n]{0,40}`,
    String.raw`\b(?:technically|for the record|officially|legally speaking),?\b[^.!?\n]{0,60}`,
    String.raw`\b(?:as per|in line with|in accordance with|according to|under|per|within) (?:our|the|your|its) (?:[a-z]{3,14} ){0,2}${TERMS}\b[^.!?\n]{0,50}|\b${TERMS} (?:(?:clearly|plainly|also|does|do|you) ){0,2}(?:require|requires|states?|says?|signed|accepted|ticked|allows?|permit|is clear|are clear|are displayed|remains?)\b[^.!?\n]{0,50}|(?<!\b(?:from|at|in|to|of|by|with) )\b(?:company|store|our|standard) (?:policy|practice|procedure)(?:[,.]|$| (?:not|and|to))|\brules are rules\b|\b(?:clearly|plainly|fully) (?:described|stated|set out|applied|marked|displayed|disclosed|explained|communicated|signposted|written)\b[^.!?\n]{0,40}|\bfee was disclosed\b|\b(?:printed|mentioned|displayed|stated|listed) (?:on|in|at|above) (?:every|our|reception|all)\b[^.!?\n]{0,30}`,
    String.raw`\b(?:(?:we|i|the \w{4,12}|it) (?:must|would|wish to|should|need to|want to|has to|have to|do|be)? ?(?:be )?(?:(?:also|kindly) )?(?:point(?:ed)? out|stress(?:ed)?|clarify|dispute|refute|reject|disagree|stand by|maintain|emphasi[sz]e)|not obliged|no obligation|under no duty|nothing further arises|(?:position|decision) (?:has not changed|remains|is final)|decisions are final|not a (?:bug|scam)|met its obligations|(?:is|are|were|was) satisfied that|not be (?:read|taken|construed) as|without (?:any )?admi(?:tting|ssion)|without prejudice|acceptance of liability)\b[^.!?\n]{0,50}`,
    String.raw`\b(?:staff|team|crew|driver|nurse|handler|engineer|technicians?|guard|attendant|agent|she|he|they|we) (?:(?:all|simply|only|strictly|correctly|fully|just) )?(?:followed|acted|complied|attended|behaved|adhered)\b[^.!?\n]{0,30}\b(?:procedure|protocol|policy|correctly|guidelines?|rules|rights|trained|instructions|script|properly|arranged|standard|law)\b|\b(?:was|were) (?:(?:all|each) )?(?:calculated|carried out|delivered|done|installed|inspected|fitted|tested|cleaned|prepared|packed|processed|handled) (?:correctly|properly|as (?:agreed|per|ordered|promised|arranged)|in (?:full|line|accordance|good|perfect)|to (?:the|our) (?:usual|agreed|full))\b|\bwithin (?:the |our |its |all )?(?:\w{3,12} ){0,2}(?:limits?|tolerance|average|expectations|parameters|guidelines)\b|\bleft us in (?:perfect|good)\b|\b(?:working|works) as (?:designed|intended)\b|\bworks fine (?:on|for|here)\b`,
    String.raw`\b(?:no(?:body| one|ne|-one)?|not one|only one|just one) (?:(?:other|else|single|of (?:the|our)|customers?|guests?|parents?|patients?|users?|walkers?|person) ){0,3}(?:has |have |had |'s )?(?:(?:ever|once|yet) )?(?:complained|reported|mentioned|raised|said (?:a word|anything)|minded|had (?:a |any )?(?:problem|trouble|complaint))\b[^.!?\n]{0,30}|\bnever (?:once )?(?:had|heard|received) (?:a|any|one) (?:single )?(?:complaint|problem|issue)s?|\bwithout a (?:single )?complaint\b|\b(?:every other|everyone else|all (?:the )?other|most|plenty of our|other|our other) (?:\w{4,12}s? |that \w{4,10} ){0,3}(?:left happy|(?:is|are|were|was|seem) (?:very |quite |perfectly )?(?:happy|fine|delighted)|love (?:it|the)|cleared|enjoyed|found it|praise)\b[^.!?\n]{0,30}|\b(?:guests|customers|people|clients) usually (?:praise|love|find)`,
    String.raw`\b(?:surprised (?:to (?:read|hear|see)|by this|at)|do(?:n't| not) (?:accept|recogni[sz]e) (?:that|the|your|this)|(?:i|we) (?:heard|have) a different (?:story|account)|a (?:rather |very )?different story|so it (?:can't|cannot|couldn't) have|impossible that|is a strong word|nobody promised|we (?:would|'d) never (?:take|do|say|allow|serve)|nothing (?:was )?wrong with (?:the|our|it)|nothing to do with (?:the shop|our)|wasn'?t me\b|isn'?t from us|not (?:on )?(?:our|my) (?:side|problem)\b|(?:you'?ll|i think you'?ll) find (?:that )?(?:we|the|our)|non-?refundable|some misconception|wouldn't do anything differently|did nothing wrong|not our policy)\b[^.!?\n]{0,50}`,
  ].join('|'),
  'gi',
);
const FOR_THEM =
  /\b(?:you(?:'re| are| were) (?:right|owed|entitled|due)|exactly (?:what|as) you|as you (?:said|described)|and (?:we|i) (?:didn't|did not|missed|took|failed|never|hadn't)|confirms? (?:what you|you were|exactly)|shows? (?:we|that we|you waited|you were right|one view|the gap)|no excuse|our (?:own )?fault|should have|you'd told us|tell us to|they say|procedure says|and you (?:were|got)|isn't good enough|not good enough)\b|\band (?:they|it) (?:have|has) been\b/i;

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
  practice: {
    before:
      "I'm sorry your printer came without its cable. According to our packing list it was in the box. We are sending you one today.",
    after: "I'm sorry your printer came without its cable. We are sending you one today.",
  },
});
