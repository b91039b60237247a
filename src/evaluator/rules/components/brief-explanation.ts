import { type Clause, citeClauses } from '../../draft.ts';
import { THING_FAILED } from '../../lexicon/failures.ts';
import { ANNOUNCED, NO_CAUSE, OUR_KIT, OUR_SLIP } from '../../lexicon/mechanisms.ts';
import { OUR_FAILING_ACT } from '../../lexicon/our-acts.ts';
import { causeUnknown } from '../../profile.ts';
import { defineComponent, type Reading } from '../../rule.ts';

const SAID_HOW = new RegExp(`${OUR_SLIP}|${OUR_KIT}`, 'i');
const BECAUSE = new RegExp(ANNOUNCED, 'i');
const OURS_OR_THING = new RegExp(`${OUR_FAILING_ACT}|${OUR_SLIP}|${OUR_KIT}|${THING_FAILED}`, 'i');

const gives = ({ words }: Clause): boolean =>
  !NO_CAUSE.test(words) && (SAID_HOW.test(words) || (BECAUSE.test(words) && OURS_OR_THING.test(words)));
const causes = ({ draft }: Reading) => citeClauses(draft, gives);

/** Below this a message has no room for a cause (rubric, 3.5; codebook, ruling 7.3). */
const SHORT_MESSAGE = 40;

export const briefExplanation = defineComponent({
  id: 'brief-explanation',
  title: 'A short cause',
  missing: 'No short reason why it happened',
  why: 'A cause that is honest and on your side helps people find the outcome fair. One sentence is enough.',
  advice: 'Give the nearest cause on your side in one sentence, after the apology.',
  sources: ['lewicki-2016', 'shaw-2003', 'seed-000', 'seed-002'],
  weight: 5,
  applies: (reading) =>
    reading.context.fault !== 'customer' &&
    !causeUnknown(reading.draft, reading.context) &&
    ((reading.draft.wordCount >= SHORT_MESSAGE && reading.context.channel !== 'chat') ||
      causes(reading).length > 0),
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
