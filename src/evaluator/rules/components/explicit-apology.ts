import { citeClauses } from '../../draft.ts';
import { NO_APOLOGY, SORRY } from '../../lexicon/apology-words.ts';
import { FEELING_IS_OBJECT } from '../../lexicon/feeling-apologies.ts';
import { defineComponent } from '../../rule.ts';

const APOLOGY = new RegExp(String.raw`\b${SORRY}\b`, 'i');
// An apology that is talked about, asked for or denied is not made.
const MENTIONED =
  /\b(?:no|any|an|your|written|second|another) apolog(?:y|ies) (?:pays?|can|will|would|is|are|was|from you)\b|\byou asked for (?:a|an) (?:written )?apology\b|\b(?:said|say|saying) sorry (?:last|yesterday|before|already|is not enough)\b|\b(?:need|have) to (?:say sorry|apologi[sz]e) (?:for writing|for asking)\b/i;

export const explicitApology = defineComponent({
  id: 'explicit-apology',
  title: 'A plain apology',
  missing: 'No plain apology for what happened',
  why: 'People look for the apology itself before they read anything else. One plain sentence is enough.',
  advice: 'Say "I\'m sorry" or "we apologise" once, near the top, for the thing that happened.',
  sources: [
    'lewicki-2016',
    'scher-darley-1997',
    'page-2014',
    'seed-000',
    'seed-001',
    'seed-002',
    'seed-003',
    'seed-004',
  ],
  weight: 12,
  detect: ({ draft }) =>
    citeClauses(
      draft,
      ({ words }) =>
        APOLOGY.test(words) &&
        !NO_APOLOGY.test(words) &&
        !MENTIONED.test(words) &&
        !FEELING_IS_OBJECT.test(words),
    ),
  examples: {
    present: [
      "«I'm sorry we shut the shop ten minutes early».",
      '«We apologise for the two unanswered calls».',
      '«soz, wrong link».',
      '«My apologies, the invoice was dated last year».',
    ],
    absent: [
      "I'm sorry to hear that your cat is unwell.",
      'Unfortunately the kitchen had closed.',
      'Sorry, which branch was it?',
      "We're sorry you were upset by our answer.",
      'No need to apologise for asking twice.',
    ],
  },
  practice: {
    before:
      'Hi Nadia, I charged your table for six dinners when you were four. The £52 is on its way back to you.',
    after:
      "Hi Nadia, I'm sorry I charged your table for six dinners when you were four. The £52 is on its way back to you.",
  },
});
