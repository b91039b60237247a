import { defineComponent } from '../../rule.ts';

export const repairOffer = defineComponent({
  id: 'repair-offer',
  title: 'An offer that puts it right',
  missing: 'No word about what you will do',
  why: 'Proof that the problem is solved, or about to be, is what satisfies people most. Words alone leave them waiting.',
  advice: 'Say what you will do to put it right, and by when.',
  sources: [
    'halperin-2022',
    'orsingher-2010',
    'fehr-2007',
    'schwab-2015',
    'lewicki-2016',
    'seed-000',
    'seed-001',
    'seed-002',
    'seed-003',
    'seed-004',
  ],
  weight: 17,
  ask: {
    blank: '[what you will do to put it right, and by when]',
    question: 'What will you do to put it right, and by when?',
  },
  examples: {
    present: [
      "«I've refunded the delivery fee».",
      '«A new key is in the post to you».',
      '«Your second fare has been reversed».',
      '«The next wash is on us».',
      '«The missing hinge arrives on Thursday between two and four».',
    ],
    absent: [
      'We will do everything we can.',
      'We are looking into it.',
      'You may be eligible for compensation.',
      'We have retrained the night team.',
      "We'd like to make it up to you.",
    ],
  },
  practice: {
    before: "I'm sorry we brought you lilies when you had ordered roses. We will do what we can to help.",
    after:
      "I'm sorry we brought you lilies when you had ordered roses. Your roses are on the way, at no charge.",
  },
});
