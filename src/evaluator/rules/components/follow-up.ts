import { citeClauses } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { defineComponent } from '../../rule.ts';

const CONTACT = String.raw`(?:call|ring|phone|text|email|e-mail|message|write|post|update|contact|let you know|be in touch|get back to you|come back to you|check (?:in|back|that|the|with)|drop you|revert|report back|tell you|send you (?:an update|word|a note)|give you a (?:call|ring|bell|shout))`;
const WHEN = String.raw`(?:today|tonight|tomorrow|this (?:afternoon|evening|morning|week)|next week|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|by \w|at \d|before \w|within \d|in \d|on the \d|once|as soon as|after|when (?:it|the|we|she|he)|every \w{3,9}|the moment|until|noon|midday|eod|whatever|either way)`;
const COMMITTED = new RegExp(
  [
    String.raw`\b(?:i|we|she|he|they|dr \w+|nurse \w+|[a-z]+)(?:'ll| will|'m going to| am going to|'re going to|'d like to| would like to| shall) ${gap(4)}${CONTACT}\b[^.!?;\n]{0,60}\b${WHEN}`,
    String.raw`\b${WHEN}[^.!?;\n]{0,40}\b(?:i|we)(?:'ll| will| shall) ${gap(2)}${CONTACT}`,
    String.raw`\bnext (?:update|post|word|message|bulletin)\b[^.!?;\n]{0,30}(?:\d|noon|hour|morning|today|tomorrow)`,
    String.raw`\b(?:my|our) [a-z ]{2,30} will (?:call|ring|phone|email|write|contact|visit) you`,
    String.raw`\bexpect (?:a|my|our) (?:call|message|e-?mail|letter|update)`,
  ].join('|'),
  'i',
);
const NOBODY_COMMITS = /\b(?:may|might|someone|somebody|in due course|shortly|survey|sales)\b/i;

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
  detect: ({ draft }) =>
    citeClauses(draft, ({ words }) => COMMITTED.test(words) && !NOBODY_COMMITS.test(words)),
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
});
