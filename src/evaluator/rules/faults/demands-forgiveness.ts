import { citeAll } from '../../draft.ts';
import { defineFault } from '../../rule.ts';

const ASKED_FOR = new RegExp(
  [
    String.raw`\b(?:please |kindly |do |can you |could you |hope (?:you|u) (?:can |will )?|you'?ll |surely (?:you|we) can )(?:find it in your heart to )?(?:forgive|overlook|excuse (?:us|me))\b|\b(?:beg|seek)(?:ing)? (?:for )?your forgiveness\b`,
    String.raw`\b(?:thank(?:s| you|ed)|grateful|appreciate)\b[^.!?\n]{0,24}(?:for |your )(?:their |your )?(?:kind |continued )?(?:understanding|co-?operation|support and understanding)\b|\b(?:thank(?:s| you)) in advance for\b[^.!?\n]{0,30}|\b(?:your|for) (?:kind )?(?:understanding|co-?operation|indulgence)\b|\b(?:exercise|ask for|request|need) (?:your |residents' )?(?:patience|forbearance)\b`,
    String.raw`\b(?:trust|hope|sure|know|expect|confident|please|kindly)(?: that)? (?:you|u|everyone|all concerned)?(?:'ll| will| can| would)? ?(?:all )?(?:be able to )?(?:understand|appreciate (?:that|how)|forgive|see our side|see (?:it|this) in|see your way|overlook|bear with|be patient|be a grown-up|take a generous|accept our apology in)\b[^.!?\n]{0,50}|\byou will (?:appreciate|understand)(?: that| how)?\b[^.!?\n]{0,40}`,
    String.raw`\b(?:put (?:this|it|that) behind|draws? a line|move (?:on|past) (?:from|this)|(?:and|to|just) move on\b|clos(?:es?|ing) (?:the|this) matter|consider (?:this|the matter) (?:as )?(?:closed|settled|at an end)|(?:treat|regard) (?:this|the matter) [^.!?\n]{0,20}(?:closed|end|settled)|full (?:and final )?(?:closure|settlement)|concludes (?:the matter|things|this)|let that be the end|no further comment|signed release|on condition that)\b`,
    String.raw`\b(?:won'?t|don'?t|doesn't|do not|will not|not|never) (?:let this|affect your|deter you|hate us|hold [^.!?\n]{2,24} against|judge us|think badly|put you off|be too hard|take away)\b[^.!?\n]{0,40}|\bgo easy on (?:us|them)\b|\bjudge us on\b`,
    String.raw`\b(?:take (?:down|the [\w ]{2,12}stars? down)|remove|delete|change|chang(?:e|ing)|revis(?:e|ing)|updat(?:e|ing)|amend(?:ing)?|edit(?:ing)?|reconsider(?:ing)?|withdraw(?:ing)?|improve|rais(?:e|ing))(?: or \w+)? (?:the|your|that) (?:[\w-]{2,10} )?(?:review|rating|stars?|comment|complaint|chargeback|dispute|post|tweet|feedback)\b[^.!?\n]{0,30}|\bpost is removed\b`,
    String.raw`\b(?:bear with us|hang in there|give us (?:five|5) stars?|rate us|(?:kinder|extra|fifth) star)\b[^.!?\n]{0,30}`,
  ].join('|'),
  'gi',
);
const NOT_ASKED =
  /\b(?:patience and understanding|thanks?(?: you)? for bearing|don'?t (?:expect|ask)|do not (?:expect|ask)|don't have to|do not have to|without (?:expecting|asking)|stays up|only if you|whether (?:this|that|it) settles|you owe us|instead of (?:your )?(?:kind )?understanding|not (?:asking|here to ask))\b/i;

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
  practice: {
    before:
      "I'm sorry we sold your seats to someone else on Friday. Your £60 is back on your card, so please don't hold it against us.",
    after: "I'm sorry we sold your seats to someone else on Friday. Your £60 is back on your card.",
  },
});
