import { citeAll } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { THIRD_PARTY } from '../../lexicon/third-parties.ts';
import { defineFault } from '../../rule.ts';

const FAILED = String.raw`(?:lost|failed|sent|shipped|delivered|let (?:us|you|the|its|his)|made (?:an?|the) (?:mistake|error)|messed|mixed|broke|dropped|forgot|missed|delayed|declined|never|didn'?t|did not|couldn'?t|couldnt|can't|got (?:it|your|the)|gave|put|cut|pulled|pushed|brought|left|threw|took|is to blame|are to blame|to blame|were to blame|caused|mislaid|damaged|cancelled|went (?:down|bust|wrong|out|downhill)|had (?:an?|technical|the|your) |is (?:having|facing|coming|always|out|on strike|new|late|short)|are (?:having|facing|out|slow|always)|has (?:gone|been|cut|misread|let|not|failed)|have been|measured|entered|typed|pressed|misread|overflowed|severed|switched|sat on|spilled|spilt|told (?:nobody|no one|you|us)|was (?:late|asleep|rude|supposed|off)|were (?:late|supposed|slow)|late again|tells|lie[ds]?|shut|turned|hiccupped)`;
const THEIR_DOING = new RegExp(
  [
    String.raw`\b(?:(?:our|the|your|their|a|an|some|these|those|one of (?:our|the)|my|that|new) ${gap(2)}|(?=air traffic|customs|royal mail))${THIRD_PARTY}(?:,? [^.!?;,\n]{0,30},| (?:in|of|at|upstream|who|he|she|they|wala) ?[^.!?;\n]{0,24})? ?(?:(?:simply|just|then|also|went and|has|have|had) )?${FAILED}\b[^.!?\n]{0,50}`,
    String.raw`\b(?:caused|down to|because of|due to|owing to|fault (?:of|lies with|is with)|lies? with|blame|blamed on|attributable to|arose (?:entirely )?from|conduct of|error (?:by|of)|mistake (?:by|of)|cause: (?:upstream )?|negligence of) ${gap(3)}${THIRD_PARTY}\b[^.!?\n]{0,40}`,
    String.raw`\b${THIRD_PARTY}['’]?s? (?:fault|error|mistake|doing|issue|problem|end|side|negligence)\b|\b(?:\w{3,12}s?|it|that|this),? (?:and )?not (?:us|ours|of us|our (?:end|side|game|fault|doing))\b|\bthat'?s on the (?!house|race)\w{3,12}`,
    String.raw`\btake (?:it|this) up with (?:them|him|her|the (?!other uni))\b[^.!?\n]{0,30}|\b(?:new (?:girl|lad|guy|driver)|guy who|whoever (?:boxed|packed|had|did)) [^.!?\n]{3,60}|\bblame (?:my|the|our) (?!delay)\w{3,14}`,
  ].join('|'),
  'gi',
);
const IN_THE_REPAIR =
  /\b(?:will (?:collect|call|bring|pick|return|deliver|send|ring|contact)|is (?:collecting|bringing|sending|on (?:its|their|his|her) way)|has (?:confirmed|found|agreed)|we (?:chose|hired|did not check|didn't check|should)|and (?:we|i) (?:did not|didn't|never)|together, not us|operational reasons|refund\w*|a new (?!girl|lad|guy|driver)|for you)\b/i;

export const blamesOthers = defineFault({
  id: 'blames-others',
  title: 'Somebody else gets the blame',
  why: 'The reader dealt with you. Pointing at a supplier or a colleague sounds like a way out.',
  advice: 'Own your part first, for instance that you chose or did not check; otherwise leave them out.',
  sources: ['youk-park-2023', 'seed-000', 'seed-001', 'seed-002'],
  points: 12,
  level: 'major',
  yieldsTo: ['takes-responsibility'],
  detect: ({ draft }) => citeAll(draft, THEIR_DOING).filter(({ quote }) => !IN_THE_REPAIR.test(quote)),
  examples: {
    flags: [
      '«Our courier lost the box».',
      'The wait was «caused by the airport».',
      '«The lab made an error».',
      'It was «the supplier’s fault».',
    ],
    passes: [
      'The courier will collect the wrong one on Friday.',
      'The lab is testing it again this afternoon.',
      'My colleague Ana will ring you.',
      'The bank has confirmed that the money is back.',
    ],
  },
  practice: {
    before:
      "I'm sorry your glasses aren't ready: the supplier sent us the wrong lenses. The right ones arrive on Thursday.",
    after:
      "I'm sorry your glasses aren't ready: we did not check the lenses the supplier sent us, and they were wrong. The right ones arrive on Thursday.",
  },
});
