import { citeClauses } from '../../draft.ts';
import { defineComponent } from '../../rule.ts';

const KEEP =
  /\b(?:earn|win|regain|restore|rebuild)(?:ing)? (?:back )?your (?:trust|confidence|faith|custom|business)|\byour (?:trust|custom|business) (?:matters|means|is important) [^.!?\n]{0,20}to (?:me|us)|\b(?:hate|sorry|sad) to (?:lose|see) you\b(?! had)|\b(?:welcom(?:e|ing) you (?:back|again)|see you (?:back|again) (?:and|to)|have you back|another chance to|the chance to (?:look|show|serve|put|fly|host)|want (?:to keep you|you to keep|you back)|keep you as)\b|\byou(?:'ve| have) been (?:with us|coming|our|a (?:customer|member|guest|patient|client))\b/i;

export const valuesRelationship = defineComponent({
  id: 'values-relationship',
  title: 'That this customer matters',
  missing: 'Nothing says that you want to keep them',
  why: 'A sentence about this person, not about customers in general, tells them they are more than a ticket.',
  advice: 'If it is true, say that you want to earn back their trust.',
  sources: ['seed-000', 'seed-003', 'seed-004'],
  weight: 1,
  detect: ({ draft }) => citeClauses(draft, ({ words }) => KEEP.test(words)),
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
