import { citeAll } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { THIRD_PARTY } from '../../lexicon/third-parties.ts';
import { defineFault } from '../../rule.ts';

const FAILED = String.raw`(?:lost|failed|sent|shipped|delivered (?:it )?late|let us down|made (?:an?|the) (?:mistake|error)|messed|mixed|broke|dropped|forgot|missed|delayed|declined|never|didn't|did not|couldn't|got (?:it|your)|gave|put|cut|pulled|is to blame|are to blame|to blame|were to blame|caused|mislaid|damaged|cancelled|went down|had (?:an?|technical) (?:outage|issue|problem|fault)|is having|is facing|measured|entered|typed|pressed)`;
const THEIR_DOING = new RegExp(
  [
    String.raw`\b(?:our|the|your|their|a|an|some|one of (?:our|the)) ${gap(2)}${THIRD_PARTY}\b[^.!?;\n]{0,30}\b${FAILED}\b[^.!?\n]{0,50}`,
    String.raw`\b(?:caused|down to|because of|due to|fault (?:of|lies with|is with)|blame|error (?:by|of)|mistake (?:by|of)) ${gap(3)}${THIRD_PARTY}\b[^.!?\n]{0,40}`,
    String.raw`\b${THIRD_PARTY}'?s? (?:fault|error|mistake|doing|issue|problem|end|side)\b`,
    String.raw`\btake it up with (?:them|him|her|the)\b[^.!?\n]{0,30}`,
  ].join('|'),
  'gi',
);
const IN_THE_REPAIR =
  /\b(?:will (?:collect|call|bring|pick|return|deliver|send|ring|contact)|is (?:collecting|bringing|sending|on (?:its|their|his|her) way)|has (?:confirmed|found|agreed)|we (?:chose|hired|did not check|didn't check|should))\b/i;

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
});
