import { causeUnknown } from '../../profile.ts';
import { defineComponent } from '../../rule.ts';

/** Below this a message has no room for a cause (rubric, 3.5; codebook, ruling 7.3), in words. */
const SHORT_MESSAGE = 40;

export const briefExplanation = defineComponent({
  id: 'brief-explanation',
  title: 'A short cause',
  missing: 'No short reason why it happened',
  why: 'A cause that is honest and on your side helps people find the outcome fair. One sentence is enough.',
  advice: 'Give the nearest cause on your side in one sentence, after the apology.',
  sources: ['lewicki-2016', 'shaw-2003', 'seed-000', 'seed-002'],
  weight: 5,
  applies: ({ draft, context }) => context.fault !== 'customer' && !causeUnknown(draft, context),
  neverMissing: ({ draft, context }) => draft.wordCount < SHORT_MESSAGE || context.channel === 'chat',
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
  practice: {
    before: "I'm sorry we charged you for a third night. We have paid the £85 back to your card.",
    after:
      "I'm sorry we charged you for a third night. I had typed your departure date wrong. We have paid the £85 back to your card.",
  },
});
