import { citeClauses } from '../../draft.ts';
import { defineComponent } from '../../rule.ts';

/** A wish to keep this reader, or what they are to us. */
const KEEP = new RegExp(
  [
    String.raw`\b(?:earn|win|gain|regain|restor|rebuild|deserv|keep|get)(?:e|ing|ning)? (?:back |that |it |again )?(?:your (?:trust|confidence|faith|custom|business|good opinion)|that back)\b|\b(?:restoring|rebuild) (?:your|our) (?:faith|trust)|\byour (?:trust|custom|business|friendship|faith in us)\b[^.!?\n]{0,30}\b(?:matters?|means?|is worth)\b`,
    String.raw`\b(?:hate|sick|gutted|sad|sting|heartbroken|loath) (?:to |if )(?:lose|see you (?:go|take|leave|elsewhere)|not see|this put|losing)|\b(?:don't|do not|won'?t) want to (?:lose|see) you|\bwont lose my best\b`,
    String.raw`\b(?:(?:welcom(?:e|ing)|see(?:ing)?|have|having) you (?:\w{2,9} ){0,3}?(?:back|again)\b|another chance to|(?:the|a|us a|one more) (?:second )?(?:chance|go|whirl) (?:to (?:look|show|serve|put|fly|host|make|earn|do)|at)|chance to serve you|want (?:to keep you|you to keep|you back|you here)|keep you as|to (?:keep|go on) (?:looking after|serving|being (?:your|the place))|stay with us|come back to us|be (?:honou?red|glad|delighted|proud) (?:to do|if you gave|to have you|to welcome)|like to (?:keep|stay|still be) your|let us show you)`,
    String.raw`\byou(?:'ve| have) (?:been (?:with us|coming|our|a (?:customer|member|guest|patient|client|regular)|bringing|shopping|buying)|(?:played|shopped|eaten|stayed|banked) (?:here|with us) (?:since|for))\b[^.!?\n]{0,60}|\byou(?:'ve| have)? trusted us\b|\b(?:one of|were|was|are) our (?:very )?(?:first|oldest|earliest|longest|best) (?:customers|members|guests|clients|regulars)\b|\b(?:liked|loved) looking after you\b`,
  ].join('|'),
  'i',
);
const NOT_THIS_READER =
  /\b(?:valued customer|all our|every guest|promotion|off your next|offer|happy hour|look forward to|newly refurbished|on ?board again|don't deserve|nobody)\b/i;

export const valuesRelationship = defineComponent({
  id: 'values-relationship',
  title: 'That this customer matters',
  missing: 'Nothing says that you want to keep them',
  why: 'A sentence about this person, not about customers in general, tells them they are more than a ticket.',
  advice: 'If it is true, say that you want to earn back their trust.',
  sources: ['seed-000', 'seed-003', 'seed-004'],
  weight: 1,
  detect: ({ draft }) => citeClauses(draft, ({ words }) => KEEP.test(words) && !NOT_THIS_READER.test(words)),
  examples: {
    present: [
      '«We would like to earn back your trust».',
      "«You've been with us since the first shop opened».",
      '«I would hate to lose you over a boiler».',
      '«We hope to welcome you back and do it properly».',
    ],
    absent: [
      'As a valued customer you get ten per cent off.',
      'Our guests mean everything to us.',
      'Come back for happy hour.',
      'We have four thousand members.',
    ],
  },
});
