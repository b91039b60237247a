import { citeAll } from '../../draft.ts';
import { NO_APOLOGY, SORRY } from '../../lexicon/apology-words.ts';
import { defineFault } from '../../rule.ts';

// Up to one sentence may stand between the apology and the turn.
const TAKEN_BACK = new RegExp(
  String.raw`\b${SORRY}\b[^.!?\n]{0,90}(?:[.!?] {1,2}|[,;:–—-] ?| )(?:but|however|although|though|yet|that said|having said that|nevertheless|nonetheless|then again|still,|only),? [^.!?\n]{3,120}`,
  'gi',
);
/** What follows the turn is a repair, a concession, or more of the failure. */
const NOT_BACK =
  /\b(?:not only|nothing but|no excuse|(?:but|however|though|although|yet) (?:i|we)(?:'ve|'ll|'m|'re| have| will| am| are| can| did| do| know| should| could have| would like)? ?(?:now |just |already |also )?(?:refund|replac|fix|put|sent|send|book|paid|arrang|restor|add|credit|call|ring|get|make|made|offer|want|should|know|understand|let you|promise|working|working on|pleased|happy|glad|been able|see you|take|taken|bring|found|got|moved)|however you|(?:but|however),? (?:here|your|the refund|a new|the new|it(?:'s| is) (?:now|fixed|back|on its way)|it will|please|if you|thanks?|thank you|you can|now))/i;
const AGAINST_THEM =
  /\b(?:you (?:did|didn't|were|weren't|should|could|must|had|agreed|chose|signed|never|ordered|asked|need)|your own|terms|policy|stated|website|clearly|records?|our logs|rules|as per|normal|expected|most (?:people|customers|guests)|our terms|allow(?:s|ed)?|busy|rush|volume|staff|demand|it is (?:a )?(?:saturday|sunday|christmas)|beyond|weather|traffic|courier|supplier|only|not our|nothing (?:we|i)|screens|vary|happens?|to be fair|honest)\b/i;

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
      ({ quote }) => AGAINST_THEM.test(quote) && !NOT_BACK.test(quote) && !NO_APOLOGY.test(quote),
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
});
