import { citeClauses } from '../../draft.ts';
import { defineComponent } from '../../rule.ts';

const ASKS = /\b(?:would you (?:like|rather|prefer|mind)|which (?:would|do|one|suits)|what (?:would|could|have i|did|else)|have (?:i|we) (?:missed|got|understood)|is there (?:any|some)(?:thing|one)|did (?:any|we|that)|does (?:that|this) (?:work|suit|put|settle|feel)|would (?:that|this|a|the|mon|tues|wednes|thurs|fri|satur|sun|before|after)|how (?:did|can|could|are you)|can you (?:tell|send|share)|could you (?:tell|send|share|confirm)|are the|is that|anything (?:else|i|we|still))\b[^.!\n]{0,120}\?/i;
const OPEN_DOOR = /\b(?:(?:reply|write|answer|email|e-mail|message|dm|ring|call|phone|text|reach|contact|tell) (?:to )?(?:me|us)?\b[^.!?\n]{0,40}\b(?:directly|direct|comes (?:straight )?to me|reaches me|so (?:that )?(?:i|we) can|at \S|on 0?\d|here and|and (?:i|we)(?:'ll| will))|let me know (?:if|whether|which|how|what) [^.!?\n]{0,80}(?:missed|right|wrong|prefer|suits?|works?|helps?|settles?|else|account|happened)|i'?d (?:like|love|value|want) to (?:hear|understand|talk)|tell me (?:if|what|about|how)|(?:my|our) (?:direct )?(?:line|number|door) (?:is|are|'s)|please (?:share|dm|send) [^.!?\n]{0,60}(?:so|details|number|id|order))\b/i;
const CHALLENGE = /\b(?:don't hesitate|do not hesitate|have you (?:tried|considered|seen)|why not|fancy|did you (?:read|not|even)|are you sure|who knew|can you believe|do you (?:really|not))\b/i;

export const invitesResponse = defineComponent({
  id: 'invites-response',
  title: 'An open door',
  missing: 'Nothing asks for their side',
  why: 'An apology works better once a person has felt heard. One real question opens that door.',
  advice: 'Ask one question you want the answer to, or give a line that reaches you.',
  sources: ['frantz-2005', 'davidow-2003', 'seed-000', 'seed-002', 'seed-003'],
  weight: 2,
  detect: ({ draft }) =>
    citeClauses(draft, ({ words, end }) => {
      const said = draft.prose[end] === '?' ? `${words}?` : words;
      return (ASKS.test(said) || OPEN_DOOR.test(said)) && !CHALLENGE.test(said);
    }),
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
