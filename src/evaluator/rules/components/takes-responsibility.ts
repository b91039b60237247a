import { causeUnknown } from '../../profile.ts';
import { defineComponent } from '../../rule.ts';

export const takesResponsibility = defineComponent({
  id: 'takes-responsibility',
  title: 'Owning it',
  missing: 'Nobody owns what happened',
  why: 'Of all parts of an apology, taking responsibility weighs most with the person who reads it.',
  advice: 'Make yourself the subject: "we sent", "I forgot", "that was our mistake".',
  sources: [
    'lewicki-2016',
    'robbennolt-2003',
    'lee-chung-2012',
    'kapes-2022',
    'seed-000',
    'seed-001',
    'seed-002',
    'seed-004',
  ],
  weight: 20,
  ask: {
    blank: '[what we did or left undone]',
    question: 'Was this ours? If so, what did we do or leave undone?',
  },
  applies: ({ draft, context }) =>
    !['customer', 'third-party', 'unknown'].includes(context.fault) &&
    !(context.channel === 'status_page' && causeUnknown(draft, context)),
  examples: {
    present: [
      '«We forgot to book the interpreter».',
      'The muddle over dates «was my fault».',
      '«That one is on us».',
      '«I should have checked the label before it left».',
      '«We never told the night desk», so your taxi was turned away.',
    ],
    absent: [
      'An error was made with your booking.',
      'We had an outage this morning.',
      'Our courier lost the parcel.',
      'This should never have happened.',
      'We apologise for any mistakes.',
      'I checked the shelf and sent you a new one this morning.',
    ],
  },
  practice: {
    before: "I'm sorry nobody came about your leaking tap on Monday. There is no charge for the repair.",
    after: "I'm sorry I forgot to come about your leaking tap on Monday. There is no charge for the repair.",
  },
});
