import { citeClauses, type Clause } from '../../draft.ts';
import { causeUnknown } from '../../profile.ts';
import { defineComponent, type Reading } from '../../rule.ts';
import { CIRCUMSTANCE } from '../../lexicon/excuses.ts';
import { FAILED_ACT } from '../../lexicon/failures.ts';

const REASON = /\b(?:because (?:we|i|our|my|the|a)|the (?:cause|reason) (?:is|was)|what happened (?:is|was)|here is what went wrong|which (?:broke|caused|meant|stopped)|caused by (?:a|an|our|the)|happened (?:because|when|after) (?:we|i|our|a)|so (?:the|your|it|that|nobody|no one) [^.!?\n]{0,40}(?:never|was not|wasn't|didn't|went|failed|got)|when (?:we|i) (?:changed|moved|migrated|updated|switched|restarted|deployed))/i;
const OWN_ACT = new RegExp(
  String.raw`${FAILED_ACT}|\b(?:i|we) (?:read|filed|saved|used|took|entered|typed|wrote|booked|loaded|planned|switched|moved|copied|pasted|set|restarted|renamed|changed|left) [^.!?\n]{0,60}\b(?:wrong|old|other|two|without|instead|before|from last|too)`,
  'i',
);
const OUR_KIT = /\b(?:our|the|a) (?:\w+ ){0,2}(?:valve|sensor|server|database|script|job|printer|timer|boiler|pump|belt|alarm|certificate|template|spreadsheet|form|filter|config\w*|migration|update|deploy\w*|fuse|fridge|oven|scanner|till|system) (?:\w+ ){0,2}(?:failed|broke|stuck|stopped|expired|ran out|ran twice|dropped|wore|had worn|jammed|tripped|crashed|overheated|was (?:set|left|still|wired|mislabelled|misconfigured|out))/i;

const gives = ({ words }: Clause): boolean =>
  !CIRCUMSTANCE.test(words) && ((REASON.test(words) && !/unknown|investigat|not yet|still/i.test(words)) || OWN_ACT.test(words) || OUR_KIT.test(words));
const causes = ({ draft }: Reading) => citeClauses(draft, gives);

/** Below this a message has no room for a cause (rubric, 3.5; codebook, ruling 7.3). */
const SHORT_MESSAGE = 40;

export const briefExplanation = defineComponent({
  id: 'brief-explanation',
  title: 'A short cause',
  missing: 'No short reason why it happened',
  why: 'One honest sentence about what caused it helps people make sense of it. More than that sounds like pleading.',
  advice: 'Give the nearest cause on your side in one sentence, after the apology.',
  sources: ['lewicki-2016', 'shaw-2003', 'seed-000', 'seed-002'],
  weight: 5,
  applies: (reading) =>
    !causeUnknown(reading.draft, reading.context) &&
    ((reading.draft.wordCount >= SHORT_MESSAGE && reading.context.channel !== 'chat') || causes(reading).length > 0),
  detect: causes,
  examples: {
    present: [
      'The alarm did not ring «because I had set it for the wrong week».',
      '«Our label printer was still set to last month».',
      '«A sensor in our freezer failed overnight».',
      '«We forgot to renew the certificate», and that broke the sign-in.',
    ],
    absent: [
      'It was the busiest Saturday of the year.',
      'We do not know the cause yet.',
      'This was due to operational reasons.',
      'These things happen.',
    ],
  },
});
