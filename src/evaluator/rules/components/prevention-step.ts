import { causeUnknown } from '../../profile.ts';
import { defineComponent } from '../../rule.ts';

export const preventionStep = defineComponent({
  id: 'prevention-step',
  title: 'What will be different next time',
  missing: 'Nothing about next time',
  why: 'People want to hear that it is less likely to happen again. A step is believed; a bare promise is not.',
  advice: 'Name the one thing you have changed or are changing.',
  sources: ['lewicki-2016', 'halperin-2022', 'seed-000', 'seed-001', 'seed-002', 'seed-004'],
  weight: 8,
  ask: { blank: '[what will be different next time]', question: 'What will be different next time?' },
  applies: ({ draft, context }) =>
    context.fault !== 'customer' &&
    !causeUnknown(draft, context) &&
    !(context.severity === 'low' && ['chat', 'script', 'sms', 'social'].includes(context.channel)),
  examples: {
    present: [
      '«We now read every dose aloud before it leaves».',
      '«I have added a second alarm».',
      '«We are working to make sure it does not happen again».',
      '«From Monday every parcel gets two labels».',
    ],
    absent: [
      'It will not happen again.',
      'We take safety very seriously.',
      'We hope this was the only time.',
      'To avoid this, please book earlier.',
    ],
  },
  practice: {
    before:
      "I'm sorry we forgot to tell you that Thursday's swimming lesson was off. The £15 is back on your card, and we will learn from this.",
    after:
      "I'm sorry we forgot to tell you that Thursday's swimming lesson was off. The £15 is back on your card, and from now on we text every parent by noon.",
  },
});
