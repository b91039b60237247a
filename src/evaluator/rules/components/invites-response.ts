import { citeClauses } from '../../draft.ts';
import { defineComponent } from '../../rule.ts';

/** A question of the kind that is answered by what the reader wants, knows or thinks. */
const ASKS =
  /\b(?:(?:would|does|shall|may|is|are|could|can) (?:i|we|that|this|it|there|the|your|anything|anyone|\w{3,12}day)|would you|(?:do|did) (?:you (?:want|need|prefer|still|have|get)|any|the|that|it)|have (?:i|we)|which|what (?:else|could|would|should|did|time|day|have)|when|how (?:did|does|would|can (?:i|we))|where|want (?:me|us|your|the|it|a)|still missing|your call|up to you|anything|anyone|any other|or (?:would|is|do|shall)|that ok|suit)\b[^!\n]{0,160}\?/i;
/** A channel that is opened, as an order or a wish. */
const OPEN_DOOR = new RegExp(
  [
    String.raw`(?:^|\b(?:please|pls|kindly|just|and|or|so|then|do|can you|could you|may you|request you to|to|if [^.!?\n]{3,70}?),? )(?:reply|write|answer|e-?mail|message|dm|ring|call|phone|text|drop|pop|shoot|send(?= (?:me|us|an?|your) (?:an? |your )?(?:message|note|details|e-?mail|line|word|mail|experience))|contact|reach(?: out)?|get (?:back|in touch)|tell|shout|say|share|let(?= (?:me|us) know)|inform|help)(?: to| back| out)? ?(?:me\b|us\b|here\b|so\b|the word|if you|in and|your? (?:ticket|number|details|registered|contact|issue|concern|thoughts|experience)|(?:an? )?(?:note|e-?mail|mail|message|line) |back to|with (?:one|us)|to (?:us|me|our)|at \S+@|details of|on [\w.]+@|via|any(?:thing)?)`,
    String.raw`\b(?:i|we|she|he|\w{3,10})(?:'d| would| should)? (?:really |very much |dearly )?(?:like|love|value|want|wants|welcome|wishes|be glad|rather hear|be grateful) (?:to (?:hear|understand|talk|know|be told|read)|it from you|your view|the opportunity to hear)\b|\b(?:my|our) (?:own )?(?:direct |mobile )?(?:line|number|door|mobile)\b|\b(?:comes straight to|it reaches|reaches) me\b|\bi'?m (?:in|on|here|around) (?:till|until|all|from|through|at|if)|\b(?:say the word|which would you (?:prefer|rather|like))\b|\b(?:any )?(?:doubts?|questions?|queries)[,:] `,
  ].join('|'),
  'i',
);
/** Stock closings, sales, identity checks, and questions that are meant to win. */
const NO_INVITATION =
  /\b(?:don't hesitate|do not hesitate|have you (?:tried|considered|seen|thought of upgrading)|why (?:not|don't)|fancy|did you (?:read|not|even)|are you sure|who knew|can you believe|do you (?:really|not|honestly)|(?:anything|something) else (?:(?:that )?(?:i|we) (?:can|may|could)|today|you need)|is (?:that|this) (?:mr|mrs|ms|miss|dr|[a-z]+\?)|hello|could (?:you|i) (?:please )?(?:send|spell|repeat|get|take)|would you mind|order number|how (?:can|may) (?:i|we) (?:help|assist)|what (?:do you|would you have us|did you|are we|am i) (?:want|expect|do|think|supposed|meant)|what (?:else )?can (?:i|we) (?:say|do)|how many times|upgrade|for more info(?:rmation)?|thank you for|isn't|aren't|doesn't|don't you|wasn't|right\?|is that an apology|do not reply|survey|forgive|overlook|move on|draw a line|say no more|consider (?:the|this) (?:matter )?closed|amend|discretion|be kind|off your|was not|sanity|browse|room in your heart|do you think|rate us|review us|five stars)\b/iu;

export const invitesResponse = defineComponent({
  id: 'invites-response',
  title: 'An open door',
  missing: 'Nothing asks for their side',
  why: 'An apology works better once a person has felt heard. One real question opens that door.',
  advice: 'Ask one question you want the answer to, or give a line that reaches you.',
  sources: ['frantz-2005', 'davidow-2003', 'seed-000', 'seed-002', 'seed-003'],
  weight: 2,
  detect: ({ draft }) =>
    citeClauses(
      draft,
      ({ words }) => (ASKS.test(words) || OPEN_DOOR.test(words)) && !NO_INVITATION.test(words),
    ),
  examples: {
    present: [
      '«Is there anything I have missed?»',
      '«Would Tuesday suit you better?»',
      "«I'd like to hear how it looked from your side».",
      '«Reply to this and it reaches me directly».',
    ],
    absent: [
      'Please do not hesitate to contact us.',
      'Why not try our new menu?',
      'Did you even read the label?',
      'Have a lovely weekend.',
    ],
  },
});
