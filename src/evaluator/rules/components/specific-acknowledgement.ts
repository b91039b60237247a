import { citeClauses } from '../../draft.ts';
import { LAPSE_NAMED, READER_FAILED, THING_FAILED, VAGUE_ONLY } from '../../lexicon/failures.ts';
import { OUR_FAILING_ACT } from '../../lexicon/our-acts.ts';
import { defineComponent } from '../../rule.ts';

const OURS = new RegExp(OUR_FAILING_ACT, 'i');
const ANYBODYS = new RegExp(`${THING_FAILED}|${READER_FAILED}|${LAPSE_NAMED}`, 'i');
/** Something else is named as working, wanted, feared or asked about. */
const NOT_STATED =
  /\b(?:if|unless|whether|in case|should you|please|would|'ll|will be|won't|hope|make sure|ensure|never again|no longer|any (?:\w+ )?(?:delay|error|issue)s?|refund|don't hesitate|do not hesitate)\b|\?$/i;

export const specificAcknowledgement = defineComponent({
  id: 'specific-acknowledgement',
  title: 'What exactly went wrong',
  missing: 'It does not say what went wrong',
  why: 'Naming the concrete thing shows that somebody listened. Words like "issue" could be about anyone.',
  advice: 'Name the act or the shortfall, so that a stranger could tell what happened.',
  sources: ['packard-berger-2021', 'min-2015', 'kapes-2022', 'seed-000', 'seed-001', 'seed-003', 'seed-004'],
  weight: 13,
  ask: { blank: '[what exactly went wrong]', question: 'What exactly went wrong?' },
  detect: ({ draft }) =>
    citeClauses(
      draft,
      ({ words }) =>
        !VAGUE_ONLY.test(words) && (OURS.test(words) || (ANYBODYS.test(words) && !NOT_STATED.test(words))),
    ),
  examples: {
    present: [
      '«We delivered your fridge to the house next door».',
      "I'm sorry that «your invoice was charged twice».",
      '«Your results were sent to the wrong address».',
      '«You waited fifty minutes for a table you had booked».',
      '«Nobody rang you back» after the scan.',
    ],
    absent: [
      'Sorry about the issue with your order.',
      'We know your visit was not what you hoped for.',
      'I apologise for what happened on Monday.',
      'We fell short of the service you expect.',
      'Tell me if your parcel is late again.',
    ],
  },
});
