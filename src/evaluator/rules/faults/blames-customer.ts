import { citeAll } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { defineFault } from '../../rule.ts';

const THEIR_FAULT = new RegExp(
  [
    String.raw`\b(?:if|had) (?:you|u)(?: had|'d(?! (?:like|rather|prefer)))? ${gap(2)}(?:read|answered|told|called|checked|followed|listened|looked|kept|booked|ordered|arrived|asked|mentioned|updated|closed|opened|let us know|rung|rang)\b[^.!?\n]{0,70}`,
    String.raw`\b(?:you|u) (?:must have (?!got|had|been (?:fright|worr|upset|sick|up))|(?:really )?(?:should have|should've|ought to have|could have|could've) (?:just )?(?:checked|called|rung|told|read|let us|mentioned|asked|looked|answered|followed|kept|booked|said|declared|known better|brought|waited|worn|closed|borrowed|chosen)|failed to|forgot to|neglected to|chose (?:to|the|not)|didn'?t (?:read|check|tell|answer|follow|mention|turn|bring|keep|respond|listen|switch|tick|open|collect|back|reply|cancel|log|wear|bother)|did not (?:read|check|tell|answer|follow|mention|respond|sign|declare|open|update|collect|reply|cancel)|agreed to (?:the|our|these|this)|ignored (?:the|our)|misunderstood|misread|overlooked|selected the wrong|put in the wrong|gave us the wrong|entered (?:the wrong|an? incorrect)|skipped (?:the|a)|did (?:tick|sign|agree|choose|insist|take|park|book|ring on|go swimming|ask for it|say|order it|want)|passed over|were (?:told|warned|advised|informed|reminded) (?:not|beforehand|at the time|in advance|when you (?:booked|signed|bought)|that we don't))\b[^.!?\n]{0,70}`,
    String.raw`\b(?:because|since) (?:you|u) (?:skipped|over|didn|did not|forgot|put|entered|used|had not|hadn|were (?:late|not)|arrived|missed|chose|changed|typed|ignored|failed|selected|insisted|gave us|kept|never)\w*[^.!?\n]{0,60}`,
    String.raw`\b(?:sorry|sry|soz|apolog\w{1,6})\b[^.!?\n]{2,70}\b(?:but|although|though|albeit) (?:then |to be fair )?(?:you|u|ur|you lot)\b(?! (?:can|will|have it|deserve|have every|should(?:n't)? have (?:been|had)|were right|may|know what|shouldn't))[^.!?\n]{3,60}`,
    String.raw`\b(?:customers|passengers|guests|tenants|users|patients|parents|residents|members|students|pedestrians|travellers|employees) (?:of [\w ]{3,20} )?(?:(?:are|were|had been) (?:reminded|expected|responsible|required|asked|informed|advised)|who (?:did not|didn't|fail)|should (?:check|note|read|make sure)|must)\b[^.!?\n]{0,60}|\bit(?:'s| is) the \w{4,12}'s (?:responsibility|job)\b[^.!?\n]{0,40}`,
    String.raw`\b(?:due to|down to|caused by|because of|result of|not) your (?:own )?(?!bank's)(?:\w{3,12} )?(?:mistake|error|fault|failure|oversight|choice|browser|device|wifi|router|misuse|handwriting|negligence|settings|usage|lifestyle|behaviou?r|lateness|delay)\b[^.!?\n]{0,40}|\b(?:misunderstanding|error|mistake|oversight|fault|slip) (?:is |was )?(?:on|at) your (?:part|end|side)\b|\bunplugged at your end\b|\bnobody (?:on|at) your (?:end|side)\b|\bhad (?:your|sufficient|all) [^.!?\n]{3,50}? been (?:\w{3,12}ed|kept|given|read|sent)\b|\bas (?:clearly |plainly )?(?:stated|shown|written|printed|explained) (?:on|in|at) the (?:size|label|box|confirmation|sign|form)\b[^.!?\n]{0,40}`,
  ].join('|'),
  'gi',
);
const NOT_BLAME =
  /\b(?:(?:should|could|ought to) (?:not |never )?have (?:been|had|received|heard|got|seen|felt|known from us)|should never have|shouldn't have (?:had|been)|if you had (?:any|not)|because (?:we|i|our)|not your (?:fault|mistake|responsibility|doing|oversight|error)|nothing you|no failure of yours|you chose us|i'?d not blame|our (?:fault|mistake|job)|we (?:told|gave|sent|never|didn't|did not|forgot|missed|booked|ignored|left|took|lost|still)|but spelling is|couldn't board)\b/i;

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
  practice: {
    before:
      'We took your parcel back to the depot because you left out the flat number. Sorry, it comes again at nine tomorrow.',
    after:
      'We took your parcel back to the depot instead of ringing you for the flat number. Sorry, it comes again at nine tomorrow.',
  },
});
