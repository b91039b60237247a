import { citeAll } from '../../draft.ts';
import { NO_APOLOGY, SORRY } from '../../lexicon/apology-words.ts';
import { defineFault } from '../../rule.ts';

// Up to one sentence may stand between the apology and the turn.
const TURN = String.raw`(?:but|however|although|though|even though|albeit|yet|that said|having said that|saying that|mind you|nevertheless|nonetheless|then again|at the same time|even so|still,|to be fair,?|in fairness,?)`;
const TAKEN_BACK = new RegExp(
  String.raw`\b${SORRY}\b[^.!?\n]{0,90}(?:[.!?]+ {1,2}|[,;:–—-]+ ?| )${TURN}\b(?! (?:also|not least|mostly|mainly|especially|more|most of all|above all|don't throw|your table))[^.!?\n]{3,120}`,
  'gi',
);
/** What follows the turn is a concession, a question, or more of the failure. */
const NOT_BACK =
  /\b(?:not only|nothing but|anything but|no excuse|not an excuse|isn't an excuse|only just|however (?:you|long|much)|no but|not just|(?:should|could|ought to)(?:n't| not)? have (?:been|told|had|known|done)|that(?:'s| is) (?:on|our|my|no)|sorry (?:doesn't|does not|isn't|is not|won't|alone|but)|words|we (?:let|got|failed|missed|forgot|didn't|did not|never)|i (?:didn't|did not|forgot|missed|never|should)|(?:but|however|though|yet|that said|still|although),? (?:the \w+ |it |this |that )?(?:here|please|if you|thanks?|thank you|you (?:can|deserve|have every|were right|still|had to|got|paid|asked|waited|missed|lost)|(?:is|are|was|'s|has been)? ?(?:now|fixed|back|on (?:its|the) way|refunded|ready|sorted)|let me|let us|what|which|in the meantime|tonight|tomorrow|will|would you|could you|can you|where|when|how|who|do you))\b/i;
/** What follows the turn is something we do, or can do, for them. */
const OUR_HELP =
  /\b(?:but|however|though|although|yet|that said|still),? (?:i|we)(?! (?:have to|have been|did (?:say|warn|tell)|do have|can't pass))(?:'ve|'ll|'m|'re|'d| have| will| am| are| can| did| do| know| should| would| understand| wanted| want| hope| could (?:do|offer))\b/i;

export const sorryBut = defineFault({
  id: 'sorry-but',
  title: 'A "but" takes the apology back',
  why: 'What follows the "but" is what people remember. It reads as if the apology had been a way in to an argument.',
  advice:
    'End the apology with a full stop; if there is a real limit, say it after the repair, without "but".',
  sources: ['sorrywatch', 'seed-001'],
  points: 10,
  level: 'major',
  detect: ({ draft }) =>
    citeAll(draft, TAKEN_BACK).filter(
      ({ quote }) => !NOT_BACK.test(quote) && !OUR_HELP.test(quote) && !NO_APOLOGY.test(quote),
    ),
  examples: {
    flags: [
      '«Sorry about the queue, but it was a busy Friday».',
      '«We apologise for the delay; however, our terms allow ten days».',
      "«I'm sorry it broke, although you were told not to wash it».",
      '«Apologies for the noise. That said, most guests sleep through it».',
    ],
    passes: [
      "I'm sorry. We have no table tonight, but I've booked you one next door.",
      'It was a small change, but it broke your report, and I am sorry.',
      'Nothing but haste caused this. I am sorry.',
      "I'm sorry, but that is no excuse for the silence.",
    ],
  },
  practice: {
    before:
      "I'm sorry we woke you at seven with the drill, but the work has to be done by Friday. From tomorrow we start at nine.",
    after:
      "I'm sorry we woke you at seven with the drill. From tomorrow we start at nine, and the work will still be done by Friday.",
  },
});
