import { citeAll } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { defineFault } from '../../rule.ts';

const THEIR_FAULT = new RegExp(
  [
    String.raw`\b(?:if|had) you (?:had )?${gap(2)}(?:read|answered|told|called|checked|followed|listened|looked|been|kept|booked|ordered|arrived|come|asked|mentioned|updated|closed)\b[^.!?\n]{0,70}`,
    String.raw`\byou (?:must have|should have|should've|ought to have|could have|failed to|forgot to|neglected to|chose|didn't (?:read|check|tell|answer|follow|mention|turn|bring|sign|keep|respond|listen|switch|tick)|did not (?:read|check|tell|answer|follow|mention|respond|sign|keep)|were (?:told|warned|advised|informed|reminded)|agreed to|signed|ignored|left it|put (?:in )?the wrong|typed|gave us the wrong|entered (?:the wrong|an? incorrect)|skipped|dropped it|never (?:told|said|checked|mentioned|answered|replied))\b[^.!?\n]{0,70}`,
    String.raw`\bbecause (?:you|of your|your)\b[^.!?\n]{0,60}`,
    String.raw`\bas (?:clearly |plainly )?(?:stated|shown|written|printed|explained|advised|mentioned) (?:on|in|at|to you|above|earlier|when you)\b[^.!?\n]{0,50}`,
    String.raw`\b(?:customers|passengers|guests|tenants|users|patients|parents|it is the \w{4,12}'s) (?:are (?:reminded|expected|responsible|required|asked)|responsibility|should|must)\b[^.!?\n]{0,60}`,
    String.raw`\byour (?:own )?(?:mistake|error|fault|responsibility|failure to|oversight|choice|doing|browser|device|spam folder|misuse)\b[^.!?\n]{0,40}`,
  ].join('|'),
  'gi',
);
const NOT_BLAME =
  /\b(?:you (?:should|could|ought to) (?:not |never )?have (?:been|had|received|heard|got|seen|felt|known from us)|should never have|shouldn't have (?:had|been)|if you had (?:any|not)|because (?:we|i|our)|because you (?:trusted|told us|deserve|asked us|rang|wrote)|your choice of|as you (?:said|wrote|told)|choose|(?:not|none of this was|wasn't|was not) your (?:fault|mistake|responsibility|doing)|nothing you|you chose us|as stated in your)\b/i;

export const blamesCustomer = defineFault({
  id: 'blames-customer',
  title: 'It puts the blame on the customer',
  why: 'Even where it is true, being told what they did wrong ends the conversation for most people.',
  advice: 'Leave out what they did; say what happens next.',
  sources: ['kapes-2022', 'trosborg', 'seed-000', 'seed-001', 'seed-002'],
  points: 25,
  level: 'critical',
  detect: ({ draft }) =>
    citeAll(draft, THEIR_FAULT).filter(
      ({ start, end }) => !NOT_BLAME.test(draft.prose.slice(Math.max(0, start - 20), end)),
    ),
  examples: {
    flags: [
      '«Had you checked the label», the shirt would be fine.',
      '«You should have called us sooner».',
      'It broke «because you overfilled it».',
      '«Guests are reminded to lock the door».',
    ],
    passes: [
      'You should have been told on Monday, and we said nothing.',
      'You asked for a window seat and we gave you the aisle.',
      'None of this was your fault.',
      'You weren’t in because we gave you the wrong day.',
    ],
  },
});
