import { citeClauses } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { defineComponent } from '../../rule.ts';

const CONTACT = String.raw`(?:call(?:ing)?(?! you a)(?! it)|rings?|ringing|(?:tele)?phon(?:e|ing)|text(?:ing)?|ping|nudge|e-?mail(?:ing)?|messag(?:e|ing)|msg|writ(?:e|ing)|post(?: again| the| an| here)|updat(?:e|ing)|contact(?:ing)?|let (?:you|u|everyone|ye) know|reach (?:out|you)|keep you (?:posted|updated|informed)|be in touch|get back to (?:you|u)|come back to you|check (?:in|back|that|the|with|it|how|whether|on)|drop (?:you|u|a|by|in|round)|swing by|pop (?:in|round|by)|look in|revert|report(?: back)?|tell (?:you|u|them)|send (?:you|u|a|an|the) ?(?:\w{2,9} ){0,3}(?:update|word|note|report|photo|plan|letter|text|message|account|what|list|figures?|dates?)|give (?:you|u|ye) (?:a|another) (?:call|ring|bell|shout|buzz|tinkle)|visit(?:ing)? (?:you|again)|see how|see you (?:then|to)|hear from (?:me|us)|be on the (?:phone|blower)|have (?:a|an|the) (?:text|update|answer|call|written update)|make you a call|speak (?:to|with) you|sit with you|be at your door (?:\w+day|to)|publish)`;
const WHEN = String.raw`(?:today|tonight|tomorrow|tmrw|this (?:afternoon|evening|morning|week)|next week|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weds|weekend|by \w|at (?:\d|noon|XX|teatime|lunch)|before \w|within (?:\d|an|the|two|three)|in (?:\d|an hour|two|three|a (?:day|week|month))|on (?:the )?\d|once|as soon as|after|when (?:it|the|we|she|he|you)|every (?:\w{3,9} )?(?:day|hour|morning|evening|week|friday|monday)|each (?:day|evening|morning|week)|daily|hourly|the moment|until|till|noon|midday|eod|whatever|either way|anyway|yes or no|again on|around \w|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|\d\d[:.]\d\d|news or no news)`;
const WHO = String.raw`\b(?:i|we|she|he|they|you|u|\w{2,14}|[a-z]+ from \w+)`;
const COMMITTED = new RegExp(
  [
    String.raw`${WHO}(?:'ll| will|ll| am going to|'m going to|'re going to|'d like to| would like to| should like to| shall| is| are| am|'m|'re) ${gap(4)}${CONTACT}\b[^.!?;\n]{0,60}?\b${WHEN}`,
    String.raw`\b${WHEN}\b[^.!?;\n]{0,70}?\b(?:i|we|he|she|they)(?:'ll| will| shall)? ${gap(2)}(?:${CONTACT})`,
    String.raw`\b(?:(?:next|another|further|second|final|full|new),? (?:public )?(?:post|word|note|line|news|account|announcement|statement|report|update)|update|bulletin|write-?up|post-mortem|timeline|news (?:on|by|here))s?\b(?! (?:shipped|was|caused|has|note)\b)[^.!?;\n]{0,40}?(?:\b(?:here|posted|published|follows?|due|comes?|out|by|at|on|pinned)\b[^.!?;\n]{0,24}?)?(?:\d\d[:.]\d\d|noon|every hour|on the hour|\d{1,2} ?(?:am|pm|\w{3,9}\b)|\bon the \d|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)`,
    String.raw`\b(?:my|our|a|an|the) [a-z ]{2,30} (?:will|is going to) (?:call|ring|phone|e-?mail|write to|contact|visit|be calling|be visiting) you`,
    String.raw`\b(?:expect (?:a|my|our) (?:call|message|e-?mail|letter|update)|(?:he|she|\w{3,10}) (?:rings|calls|phones|texts) you\b|i'?ll (?:call|ring|phone|text|stay) (?:you |anyway|either|in))`,
  ].join('|'),
  'i',
);
/** Nobody of ours, no time that can be held to, or a move that is the reader's. */
const NOBODY_COMMITS =
  /\b(?:may|might|someone|somebody(?! from here)|in due course|shortly|survey|sales|please|if you (?:need|have|want|would)|you(?:'ll| will)? (?:need|must|should|can|may)|refund|new menu|soon)\b|\b(?:i'm|i am) (?:ringing|writing|calling)\b|\b(?:was|were|has|had) (?:\w+ )?(?:published|posted|mailed|pulled|sent|reported|called)\b|\bas soon as possible\b|\?$/i;

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
