import { citeAll, type Draft } from '../../draft.ts';
import type { Evidence } from '../../evidence.ts';
import { NEVER_AGAIN, SWORN, UNLIMITED } from '../../lexicon/certainties.ts';
import { defineFault } from '../../rule.ts';

// What makes it no promise: a purpose, a hope, a refusal to promise, a habit that was broken, a question.
const NO_PROMISE =
  /\b(?:so that|so (?:it|this|you|we|nobody|no one)|(?:to|working to|steps to|and) (?:help )?(?:ensure|make sure|see)|to (?:stop|prevent|avoid)|in order|hope|hoping|(?:can'?t|cannot|won'?t|will not|not going to|couldn'?t|don'?t|wish (?:i|we) could) (?:\w+ )?(?:promise|guarantee|swear|pretend|say)|means? (?:that )?|which (?:stops|blocks|prevents)|why|if|whether|unless|even if|understand|blame you|want)\b[^.!?\n]{0,60}$/i;

const REFUSED =
  /\b(?:can'?t|cannot|can not|won'?t|will not|couldn'?t|don'?t|do not|not going to|never) (?:\w+ )?(?:promise|guarantee|swear|assure)/i;

export const overPromise = defineFault({
  id: 'over-promise',
  title: 'It promises too much',
  why: 'A result you cannot be sure of is a promise you may have to break. In a field study with 1.5 million riders, repeated promises to do better could backfire.',
  advice: 'Say the step you take or the date of your next message, not the certainty.',
  sources: ['halperin-2022', 'seed-003'],
  points: 8,
  level: 'moderate',
  detect: ({ draft }) =>
    [NEVER_AGAIN, SWORN, UNLIMITED]
      .flatMap((pattern) => citeAll(draft, pattern))
      .filter((promise) => {
        const lead = before(draft, promise);
        return !NO_PROMISE.test(lead) && !REFUSED.test(lead + promise.quote);
      })
      .sort((a, b) => a.start - b.start),
  examples: {
    flags: [
      'This «will never happen again».',
      'I «promise you» will get the right size next time.',
      'The boiler «will definitely be» warm by tonight.',
      'We will do «whatever it takes» to win you back.',
      'We «guarantee that» your next flight leaves on time.',
      'Every order «will be perfect» from now on.',
    ],
    passes: [
      'We have moved the two bottles apart so that this cannot happen again.',
      "I can't promise that it will never happen again.",
      'We are working to make sure it does not happen again.',
      // The past.
      'We have never lost a suitcase on this route before.',
      'The new kettle comes with a two-year guarantee.',
      'I will ring you on Friday at ten, whether or not the part is here.',
      'We hope you never see that message again.',
    ],
  },
  practice: {
    before: "I'm sorry we forgot your taxi on Sunday. From now on your taxi will always be there on time.",
    after:
      "I'm sorry we forgot your taxi on Sunday. From now on I ring the driver an hour before you travel.",
  },
});

/** The words of the sentence before a span. */
function before({ prose }: Draft, { start }: Evidence): string {
  const lead = prose.slice(Math.max(0, start - 120), start);
  return lead.slice(Math.max(...['.', '!', '?', ';', '\n'].map((mark) => lead.lastIndexOf(mark))) + 1);
}
