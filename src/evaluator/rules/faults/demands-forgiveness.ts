import { citeAll } from '../../draft.ts';
import { defineFault } from '../../rule.ts';

const ASKED_FOR = new RegExp(
  [
    String.raw`\b(?:please |kindly |do |can you |could you |hope you (?:can |will )?|you'?ll )(?:forgive|excuse) (?:us|me|this|the)\b`,
    String.raw`\b(?:thank(?:s| you)|grateful|appreciate)\b[^.!?\n]{0,24}(?:for |your )(?:your )?(?:kind |continued )?(?:understanding|co-?operation|support and understanding)\b`,
    String.raw`\b(?:your|for) (?:kind )?(?:understanding|co-?operation|indulgence|forgiveness)\b`,
    String.raw`\b(?:trust|hope|sure|know|expect|confident)(?: that)? you(?:'ll| will| can| would)? (?:all )?(?:be able to )?(?:understand|appreciate that|forgive|see our side|overlook|bear with)\b[^.!?\n]{0,50}`,
    String.raw`\b(?:hope|trust|ask|like)\b[^.!?\n]{0,30}(?:put (?:this|it) behind|draw a line|move (?:on|past)|closes? (?:the|this) matter|settles? (?:it|the matter)|full (?:and final )?(?:closure|settlement))\b`,
    String.raw`\b(?:not|won't|don't|doesn't) (?:let this|affect your|hold (?:it|this) against|judge us|think badly|put you off)\b[^.!?\n]{0,40}`,
    String.raw`\b(?:take down|remove|delete|change|revise|update|amend|edit|reconsider|withdraw|improve|raise)(?: or \w+)? (?:the|your) (?:star |app )?(?:review|rating|stars?|comment|complaint|chargeback|dispute|post|tweet|feedback)\b[^.!?\n]{0,30}`,
    String.raw`\b(?:bear with us|go easy on us|surely (?:you|we) can|give us (?:five|5) stars?|rate us)\b[^.!?\n]{0,30}`,
    String.raw`\bforgive (?:us|me)\b`,
  ].join('|'),
  'gi',
);
const NOT_ASKED =
  /\b(?:patience and understanding|don't expect|do not expect|don't have to|do not have to|without expecting|stays up|whether (?:this|that|it) settles|you owe us)\b/i;

export const demandsForgiveness = defineFault({
  id: 'demands-forgiveness',
  title: 'It asks them to forgive or understand',
  why: 'Forgiveness is theirs to give. Asking for it, or thanking in advance for understanding, makes it one more task.',
  advice: 'Cut it, or ask whether the repair is right.',
  sources: ['lewicki-2016', 'abeler-2010'],
  points: 3,
  level: 'minor',
  detect: ({ draft }) =>
    citeAll(draft, ASKED_FOR).filter(
      ({ start, end }) => !NOT_ASKED.test(draft.prose.slice(Math.max(0, start - 24), end + 4)),
    ),
  examples: {
    flags: [
      '«Please forgive us».',
      '«Thank you for your understanding».',
      'We hope you «won’t let this» spoil your opinion of us.',
      'Now that it works, could you «change your review»?',
    ],
    passes: [
      'Please accept my apology.',
      'Thank you for your patience while we looked.',
      'You do not have to forgive this.',
      'Tell me whether that settles it for you.',
    ],
  },
});
