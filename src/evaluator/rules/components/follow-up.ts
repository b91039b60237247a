import { defineComponent } from '../../rule.ts';

export const followUp = defineComponent({
  id: 'follow-up',
  title: 'When you will be in touch',
  missing: 'No word about when they will hear from you',
  why: 'A person who knows when you will call can stop chasing you.',
  advice: 'Say who will be in touch, and when.',
  sources: ['davidow-2003', 'practice', 'seed-001', 'seed-002', 'seed-003'],
  weight: 4,
  ask: { blank: '[who will be in touch, and when]', question: 'Who will be in touch with them, and when?' },
  applies: ({ context, found }) => !(context.severity === 'low' && found('repair-offer').length > 0),
  examples: {
    present: [
      "«I'll ring you on Tuesday to hear how it fits».",
      '«Next update at 14:30».',
      '«We will write to you by Friday».',
      '«Once the test is back I will call you».',
    ],
    absent: [
      'Someone will be in touch shortly.',
      'Give us a call if it comes back.',
      'You will get a survey by e-mail.',
      'The fitter comes between two and four.',
    ],
  },
  practice: {
    before:
      "I'm sorry we cut off your broadband two days early. It is back on, and someone will be in touch.",
    after:
      "I'm sorry we cut off your broadband two days early. It is back on, and I'll call you on Thursday evening to see whether it has held.",
  },
});
