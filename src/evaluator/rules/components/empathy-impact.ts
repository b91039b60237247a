import { defineComponent } from '../../rule.ts';

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
  practice: {
    before: "I'm sorry we printed the wrong date on your flyers. New ones will be with you tomorrow.",
    after:
      "I'm sorry we printed the wrong date on your flyers. I know you gave up your Saturday to hand them out. New ones will be with you tomorrow.",
  },
});
