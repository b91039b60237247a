import { citeClauses } from '../../draft.ts';
import { FAILED_ACT } from '../../lexicon/failures.ts';
import { causeUnknown } from '../../profile.ts';
import { defineComponent } from '../../rule.ts';

const OWNED = new RegExp(
  [
    FAILED_ACT,
    String.raw`\b(?:my|our|mine|ours) (?:own )?(?:fault|mistake|error|oversight|doing|failing|failure|slip|lapse|blunder|cock-?up|mess|responsibility|bad)\b`,
    String.raw`\b(?:that|this|it|which)(?:'s| is| was| one is|'s all| is all| is entirely)? (?:entirely |squarely |all |wholly |completely )?(?:on (?:us|me)|down to (?:us|me)|mine|ours|at (?:this|our) end|at our door)\b`,
    String.raw`\b(?:we|i) (?:take|accept|bear|own|hold|have) (?:the |full |all |complete |every |entire |sole )*(?:responsibility|blame|fault)\b`,
    String.raw`\b(?:we|i) (?:let you down|failed you|own (?:this|that|it)|got (?:it|this|that) wrong|got your [a-z]{2,14}(?: [a-z]{2,14})? wrong|were wrong|was wrong|dropped the ball|broke our promise|did this|should (?:not |never )?have|shouldn't have|ought to have)\b`,
    String.raw`\b(?:sorry|apologi[sz]e|apologies|apology) ${String.raw`(?:[^\s.!?;]{1,24} ){0,3}`}(?:mistake|error|oversight|failure|lapse|blunder|failing)\b`,
    String.raw`\b(?:by|because of|thanks to) (?:us|me)\b(?! (?:hand|email))`,
    String.raw`\b(?:the fault (?:is|was|lies) (?:ours|mine|with us|with me)|no one('s)? (?:fault )?but (?:ours|mine|us|me)|blame (?:me|us)|my bad)\b`,
  ].join('|'),
  'i',
);
const ANY_ERRORS = /\bfor any (?:mistakes?|errors?|oversights?|failures?|lapses?)\b/i;
const NOT_OURS = /\b(?:not|isn't|wasn't|never) (?:our|my) (?:fault|mistake|error|doing)\b|\bif (?:we|i) (?:got|made|did|let)\b/i;

export const takesResponsibility = defineComponent({
  id: 'takes-responsibility',
  title: 'Owning it',
  missing: 'Nobody takes responsibility',
  why: 'Of all parts of an apology, taking responsibility weighs most with the person who reads it.',
  advice: 'Make yourself the subject: "we sent", "I forgot", "that was our mistake".',
  sources: ['lewicki-2016', 'robbennolt-2003', 'lee-chung-2012', 'kapes-2022', 'seed-000', 'seed-001', 'seed-002', 'seed-004'],
  weight: 20,
  ask: { blank: '[what we did or left undone]', question: 'Was this ours? If so, what did we do or leave undone?' },
  applies: ({ draft, context }) =>
    !['customer', 'third-party', 'unknown'].includes(context.fault) &&
    !(context.channel === 'status_page' && causeUnknown(draft, context)),
  detect: ({ draft }) =>
    citeClauses(draft, ({ words }) => OWNED.test(words) && !ANY_ERRORS.test(words) && !NOT_OURS.test(words)),
  examples: {
    present: [
      '«We forgot to book the interpreter».',
      'The muddle over dates «was my fault».',
      '«That one is on us».',
      '«I should have checked the label before it left».',
    ],
    absent: [
      'An error was made with your booking.',
      'We had an outage this morning.',
      'Our courier lost the parcel.',
      'This should never have happened.',
      'We apologise for any mistakes.',
    ],
  },
});
