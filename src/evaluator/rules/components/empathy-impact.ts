import { citeClauses } from '../../draft.ts';
import { FEELING_IS_OBJECT } from '../../lexicon/feeling-apologies.ts';
import { FEELING_GRANTED, HARDSHIP } from '../../lexicon/hardships.ts';
import { defineComponent } from '../../rule.ts';

/** The reader is asked, told off or told what to do; nothing is said of what they went through. */
const NOT_THEIR_LOSS =
  /\?$|\b(?:please|you should|you must (?:not|pay|complete|return|bring|use)|if you|in case you)\b/i;

export const empathyImpact = defineComponent({
  id: 'empathy-impact',
  title: 'What it did to them',
  missing: 'No sign of what it meant for them',
  why: 'Saying what the failure cost this reader shows that you looked at it from their side.',
  advice: 'Name one consequence you know of: the lost evening, the missed train, the worry.',
  sources: ['roschk-kaiser-2013', 'fehr-2007', 'min-2015', 'seed-000', 'seed-001', 'seed-002', 'seed-003'],
  weight: 11,
  ask: {
    blank: '[what this meant for them]',
    question: 'What did this cost them: time, money, an event, worry?',
  },
  detect: ({ draft }) =>
    citeClauses(
      draft,
      ({ words }) =>
        (HARDSHIP.test(words) || FEELING_GRANTED.test(words)) &&
        !NOT_THEIR_LOSS.test(words) &&
        !FEELING_IS_OBJECT.test(words),
    ),
  examples: {
    present: [
      '«You missed the first half of the match because of it».',
      '«Waiting a week for that letter must have been frightening».',
      '«It cost you a day of leave».',
      '«I understand how annoying that is».',
    ],
    absent: [
      'Sorry for any inconvenience.',
      'Roughly 2% of accounts saw errors.',
      'It has been a hard week for our team.',
      'Your time is important to us.',
    ],
  },
});
