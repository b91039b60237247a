import { citeAll, type Draft } from '../../draft.ts';
import type { Evidence } from '../../evidence.ts';
import { OWN_PRAISE, SALES_PITCH } from '../../lexicon/praise.ts';
import { defineFault } from '../../rule.ts';

// A gift is no sale, and a standard quoted to admit missing it is no boast.
const GIFT_OR_ADMISSION =
  /(?<!-)\b(?:free|no (?:extra )?(?:cost|charge)|on (?:us|me|the house)|complimentary|our treat|refund\w*|should(?:n't| not| never| have)|fell (?:far |well |so )?short|missed|did(?:n't| not)|failed|gave you|not (?:what|the)|was(?:n't| not))\b/i;

export const selfPromotion = defineFault({
  id: 'self-promotion',
  title: 'It sells or boasts',
  why: 'A pitch or a prize in the middle of an apology turns the talk back to you. People notice when an apology is not sincere.',
  advice: 'Leave the praise and the offer out of this message.',
  sources: ['seed-003'],
  points: 4,
  level: 'minor',
  detect: ({ draft }) =>
    [OWN_PRAISE, SALES_PITCH]
      .flatMap((pattern) => citeAll(draft, pattern))
      .filter((praise) => !GIFT_OR_ADMISSION.test(sentenceAround(draft, praise)))
      .sort((a, b) => a.start - b.start),
  examples: {
    flags: [
      'Sorry about the flat tyre. «Have you tried» our winter service plan?',
      'Our bakery has been «voted best» in the valley twice.',
      'We «pride ourselves» on being on time.',
      'While you wait, «check out our summer collection».',
      'Our «award-winning» kitchen will be open again on Monday.',
    ],
    passes: [
      'Your next dinner with us is free, and you may try our new menu with it.',
      // A standard quoted to admit missing it.
      'We promise 99.5% uptime and did not give you that in June.',
      'An award-winning kitchen should not send out raw chicken.',
      'I have upgraded your seat for the way home at no cost.',
      'The app shows where your driver is from eight tomorrow.',
    ],
  },
  practice: {
    before:
      "I'm sorry we missed your appointment on Tuesday. An electrician comes on Friday at ten, and our new alarms are 20% off this month.",
    after: "I'm sorry we missed your appointment on Tuesday. An electrician comes on Friday at ten.",
  },
});

/** How far around a span its sentence is looked at, in UTF-16 units. */
const REACH = 200;

/** The sentence of the prose that a span lies in, as far as it reaches. */
function sentenceAround({ prose }: Draft, { start, end }: Evidence): string {
  const before = prose.slice(Math.max(0, start - REACH), start);
  const after = prose.slice(end, end + REACH);
  const from = Math.max(...['.', '!', '?', '\n'].map((mark) => before.lastIndexOf(mark))) + 1;
  const to = after.search(/[.!?\n]/);
  return before.slice(from) + prose.slice(start, end) + (to < 0 ? after : after.slice(0, to));
}
