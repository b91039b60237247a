import { defineComponent } from '../../rule.ts';

export const specificAcknowledgement = defineComponent({
  id: 'specific-acknowledgement',
  title: 'What exactly went wrong',
  missing: 'It does not say what went wrong',
  why: 'Naming the concrete thing shows that somebody listened. Words like "issue" could be about anyone.',
  advice: 'Name the act or the shortfall, so that a stranger could tell what happened.',
  sources: ['packard-berger-2021', 'min-2015', 'kapes-2022', 'seed-000', 'seed-001', 'seed-003', 'seed-004'],
  weight: 13,
  ask: { blank: '[what exactly went wrong]', question: 'What exactly went wrong?' },
  examples: {
    present: [
      '«We delivered your fridge to the house next door».',
      "I'm sorry that «your invoice was charged twice».",
      '«Your results were sent to the wrong address».',
      '«You waited fifty minutes for a table you had booked».',
      '«Nobody rang you back» after the scan.',
    ],
    absent: [
      'Sorry about the issue with your order.',
      'We know your visit was not what you hoped for.',
      'I apologise for what happened on Monday.',
      'We fell short of the service you expect.',
      'Tell me if your parcel is late again.',
    ],
  },
  practice: {
    before: 'I apologise for what happened on Friday. We will pay for a new coat.',
    after: 'I apologise for burning a hole in your coat on Friday. We will pay for a new one.',
  },
});
