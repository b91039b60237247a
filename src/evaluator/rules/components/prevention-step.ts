import { citeClauses } from '../../draft.ts';
import { gap, WE } from '../../lexicon/clause-words.ts';
import { causeUnknown } from '../../profile.ts';
import { defineComponent } from '../../rule.ts';

const STEP = new RegExp(
  [
    String.raw`\b(?:we|i|our \w{2,14}|the \w{2,14}|each|every|all|bookings|orders|deploys|new \w{2,14})(?:'(?:ve|re|m))? (?:now|no longer) ${gap(1)}[a-z]{2,14}`,
    String.raw`\b(?:from (?:now on|today|monday|tuesday|this week|next week|tomorrow|here on)|going forward),? (?:[^.!?;\n]{1,60})\b(?:will|are|is|get|gets|reads?|checks?|has|have|a)\b`,
    String.raw`${WE} (?:have |has |are |am |'ve |'re )?${gap(1)}(?:added|add(?:ing)?|chang(?:ed|ing) (?:the|how|our)|introduc(?:ed|ing)|install(?:ed|ing)|stopped (?:using|taking)|rewritten|rewriting|rewrote|retrain(?:ed|ing)|moved the|put (?:a|in|up)|fitted|bought|hired|taken on|review(?:ed|ing) (?:our|the|how)|spoken (?:to|with) (?:the|our)|tightened|extended|lengthened|updated (?:our|the) (?:process|training|checklist|procedure|script|template|system)|built)\b(?![^.!?;\n]{0,40}(?:your account|to your|refund))`,
    String.raw`\b(?:so that|so|to (?:make sure|ensure|stop|prevent|avoid)|make sure) (?:it|this|that|they|the same|nobody|no one|we) ${gap(3)}(?:happen|recur|repeat|again|again\.|slip|missed)`,
    String.raw`\bworking (?:to (?:ensure|make sure|stop|prevent)|on (?:a|the) (?:fix|change))`,
  ].join('|'),
  'i',
);
const NO_STEP = /\bplease\b|\byou (?:should|can|must|need)\b|\bhope\b/i;

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
    !causeUnknown(draft, context) &&
    !(context.severity === 'low' && ['chat', 'script', 'sms', 'social'].includes(context.channel)),
  detect: ({ draft }) => citeClauses(draft, ({ words }) => STEP.test(words) && !NO_STEP.test(words)),
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
});
