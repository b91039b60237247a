import { defineComponent } from '../../rule.ts';

export const valuesRelationship = defineComponent({
  id: 'values-relationship',
  title: 'That this customer matters',
  missing: 'Nothing says that you want to keep them',
  why: 'A sentence about this person, not about customers in general, tells them they are more than a ticket.',
  advice: 'If it is true, say that you want to earn back their trust.',
  sources: ['seed-000', 'seed-003', 'seed-004'],
  weight: 1,
  examples: {
    present: [
      '«We would like to earn back your trust».',
      "«You've been with us since the first shop opened».",
      '«I would hate to lose you over a boiler».',
      '«We hope to welcome you back and do it properly».',
    ],
    absent: [
      'As a valued customer you get ten per cent off.',
      'Our guests mean everything to us.',
      'Come back for happy hour.',
      'We have four thousand members.',
    ],
  },
  practice: {
    before: "We're sorry we cut your fringe shorter than you asked. Your next visit is free.",
    after:
      "We're sorry we cut your fringe shorter than you asked. Your next visit is free. You have been coming to us for six years, and we would like to keep your trust.",
  },
});
