import { citeClauses } from '../../draft.ts';
import { gap } from '../../lexicon/clause-words.ts';
import { OFFER } from '../../lexicon/remedies.ts';
import { causeUnknown } from '../../profile.ts';
import { defineFault } from '../../rule.ts';

const DOERLESS = new RegExp(
  [
    String.raw`\b(?:was|were|been|being|got|had been|became) ${gap(2)}(?:not )?(?:mis\w{4,12}|sent|lost|made|charged|damaged|delayed|deleted|cancelled|canceled|issued|applied|missed|overlooked|put|left|dropped|packed|placed|delivered|dispatched|double[- ]?\w{4,9}|mixed up|identified|communicated|passed on|recorded|processed|entered|released|held|closed|shipped|omitted|filed|booked|allocated|reassigned|detected|introduced|introduced|exposed|debited|taken|given|raised|handed|mishandled|changed|ordered|printed|served|removed|switched)\b`,
    String.raw`\b(?:mistakes?|errors?|a mistake|an error|an oversight|a mix-?up|a misunderstanding|an issue|a problem) (?:was|were|has been|have been|had been|occurred|arose|happened|crept|took place)\b`,
    String.raw`\bthere (?:was|were|has been|have been|had been) (?:an? |some )?${gap(2)}(?:issue|error|mistake|mix-?up|failure|problem|delay|oversight|breakdown|lapse|confusion|mismatch)\b`,
    String.raw`\b(?:it (?:appears|seems|transpires|turns out|looks like)|it has come to (?:light|our attention))\b`,
    String.raw`\b(?:went|ended up|came|slipped|fell|found its way) (?:out |to |in |into |through |between |off |with )[^.!?;\n]{0,40}\b`,
  ].join('|'),
  'i',
);
const BY_US = /\bby (?:us|me|our)\b|\b(?:we|i)\b/i;

export const passiveEvasion = defineFault({
  id: 'passive-evasion',
  title: 'Nobody did it',
  why: 'A sentence without a doer reads as if nobody were answerable for it.',
  advice: 'If it was yours, say "we" before the verb.',
  sources: ['lazare', 'fannes-claeys-2022', 'lee-chung-2012', 'seed-001'],
  points: 6,
  level: 'moderate',
  yieldsTo: ['takes-responsibility'],
  applies: ({ draft, context }) =>
    !['customer', 'third-party', 'unknown'].includes(context.fault) &&
    !(context.channel === 'status_page' && causeUnknown(draft, context)),
  detect: ({ draft, found }) =>
    found('takes-responsibility').length > 0
      ? []
      : citeClauses(draft, ({ words }) => DOERLESS.test(words) && !BY_US.test(words) && !OFFER.test(words)),
  examples: {
    flags: [
      '«Mistakes were made with your booking».',
      '«The wrong colour was sent».',
      '«It appears that the letter was not posted».',
      '«There was an error in the invoice».',
    ],
    passes: [
      'Your order was mixed up, and that was our mistake.',
      'We sent the wrong colour.',
      'The letter was lost by us.',
      'Your refund was issued this morning.',
    ],
  },
});
