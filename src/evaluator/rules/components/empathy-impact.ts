import { citeClauses } from '../../draft.ts';
import { TRYING } from '../../lexicon/feelings.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { defineComponent } from '../../rule.ts';

const FELT = new RegExp(
  [
    String.raw`\b(?:must|can't|cannot|will|would) (?:be|have been|not have been|feel|have felt) ${gap(3)}${TRYING}\b`,
    String.raw`\bhow ${gap(1)}${TRYING}\b`,
    String.raw`\b(?:that|this|it|which|waiting|being|having) ${gap(6)}(?:is|was|'s|must be) ${gap(2)}${TRYING}\b`,
    String.raw`\b(?:understand|see|appreciate|know|get) (?:your|the) (?:frustration|disappointment|anger|worry|concern|upset|annoyance|distress)\b`,
    String.raw`\byou (?:have every right|had every right|were right|are right|'re right) to be\b`,
    String.raw`\b(?:i|we)'?d (?:be|have been|feel) ${gap(2)}(?:furious|livid|angry|cross|upset|annoyed|fed up|frustrated|worried|disappointed|too)\b`,
    String.raw`\b(?:no wonder|small wonder|little wonder|last thing you (?:needed|wanted))\b`,
  ].join('|'),
  'i',
);
const CONSEQUENCE = new RegExp(
  [
    String.raw`\byou (?:lost|missed|had to|ended up|spent|sat|stood|drove|took (?:a|the) (?:day|morning|afternoon)|paid|went without|were left|only found out|trekked|waited in|arranged|rearranged|cancelled|explained|were counting|were relying|trusted|had been looking forward|needed (?:it|that|them) for)\b`,
    String.raw`\b(?:cost|costing|leaving|left|made|meant|robbed|deprived) you(?:r)? (?!know|happy|aware)`,
    String.raw`\b(?:spoil(?:ed|t)|ruined|overshadowed|dampened) your\b`,
    String.raw`\b(?:it was|was meant (?:as|for)|it being) (?:a|the|your|his|her) ${gap(2)}(?:birthday|wedding|anniversary|christening|funeral|graduation|christmas|holiday|honeymoon|first day|interview|exam|present)\b`,
  ].join('|'),
  'i',
);

export const empathyImpact = defineComponent({
  id: 'empathy-impact',
  title: 'What it did to them',
  missing: 'Nothing about what it meant for them',
  why: 'Saying what the failure cost this reader shows that you looked at it from their side.',
  advice: 'Name one consequence you know of: the lost evening, the missed train, the worry.',
  sources: ['roschk-kaiser-2013', 'fehr-2007', 'min-2015', 'seed-000', 'seed-001', 'seed-002', 'seed-003'],
  weight: 11,
  ask: { blank: '[what this meant for them]', question: 'What did this cost them: time, money, an event, worry?' },
  detect: ({ draft }) => citeClauses(draft, ({ words }) => FELT.test(words) || CONSEQUENCE.test(words)),
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
});
