import { citeClauses } from '../../draft.ts';
import { defineComponent } from '../../rule.ts';

const THANKS =
  /\b(?:thank(?:s| you)|ta|thx|ty|cheers|grateful|appreciate|obliged|thankful)\b[^.!?;\n]{0,40}?\b(?:for (?:your )?(?:telling|letting|writing|waiting|bearing|being (?:so )?patient|raising|bringing|flagging|reporting|sending|sharing|getting in touch|reaching out|spotting|catching|calling|ringing|coming|taking the time|pointing|messaging|contacting|holding|hanging|staying|your (?:patience|feedback|message|email|e-mail|letter|call|note|review|photos?|honesty|time)|patience|feedback|message|review|letter|the (?:heads up|photos?|screenshots?|details|call|nudge|feedback|review|message))|you (?:told|wrote|sending|telling|rang|raising|waiting|letting|taking|flagging|coming)|your (?:patience|feedback|time|honesty|message))/i;
const NO_THANKS =
  /\b(?:understanding|cooperation|co-operation|in advance|choosing|your (?:order|custom|business|purchase|support|loyalty)|flying|shopping|being a (?:valued )?(?:customer|member))\b/i;
const PATIENCE = /\bpatience and understanding\b/i;

export const thanksCustomer = defineComponent({
  id: 'thanks-customer',
  title: 'A thank-you for what they did',
  missing: 'No thanks for raising it',
  why: 'Thanking people for speaking up or waiting restores some of what the failure took from them.',
  advice: 'Thank them for the thing they did: writing, waiting, sending the photo.',
  sources: ['you-2020', 'seed-002'],
  weight: 4,
  detect: ({ draft }) =>
    citeClauses(draft, ({ words }) => THANKS.test(words) && (!NO_THANKS.test(words) || PATIENCE.test(words))),
  examples: {
    present: [
      '«Thank you for telling us straight away».',
      '«Thanks for waiting while I looked».',
      '«I appreciate your patience».',
      '«We are grateful that you wrote to us».',
    ],
    absent: [
      'Thank you for choosing us.',
      'Thanks in advance for your understanding.',
      'Many thanks, Rosa',
      'Thank you for your purchase.',
    ],
  },
  practice: {
    before:
      "I'm sorry we posted your new card to your old address. We have blocked it, and another will reach you on Friday.",
    after:
      "I'm sorry we posted your new card to your old address. We have blocked it, and another will reach you on Friday. Thank you for telling us the same day.",
  },
});
