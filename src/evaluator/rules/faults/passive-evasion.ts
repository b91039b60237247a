import { citeAll, type Draft } from '../../draft.ts';
import type { Evidence } from '../../evidence.ts';
import { BY_ANOTHER, DOER_NAMED, HIDDEN_PASSIVE, NOBODY_DID_IT } from '../../lexicon/hidden-doers.ts';
import { defineFault } from '../../rule.ts';

// A passive about what is not the failure: a repair, a condition, a plan, a question.
const NOT_THE_FAILURE =
  /\b(?:if|whether|unless|in case|once|until|so that|to (?:ensure|make sure|check)|will|would|can|could|may have|refund\w*|replac\w+|restored|credited|corrected|fixed|reissued|sorted)\b[^.!?;\n]{0,40}$/i;

/** The slot that asks for our part: whoever did it, the sender is about to say so. */
const WHO_IS_ASKED = /\[what (?:we did|our part)\b[^\]\n]{0,80}\]/i;

export const passiveEvasion = defineFault({
  id: 'passive-evasion',
  title: 'Nobody did it',
  why: '"Was sent" and "an error occurred" leave the reader to guess who did it. People whose anger was met with plain ownership calmed more than those who got the passive voice.',
  advice: 'Put "we" or "I" in front of what went wrong, if it was yours.',
  sources: ['lazare', 'fannes-claeys-2022', 'lee-chung-2012', 'seed-001'],
  points: 6,
  level: 'moderate',
  applies: ({ draft, context, profile }) =>
    (context.fault === 'ours' || context.fault === 'shared') &&
    profile !== 'status-open' &&
    !WHO_IS_ASKED.test(draft.text),
  yieldsTo: ['takes-responsibility'],
  detect: ({ draft, found }) =>
    found('takes-responsibility').length > 0
      ? []
      : stateFailures(
          draft,
          [HIDDEN_PASSIVE, NOBODY_DID_IT].flatMap((pattern) => citeAll(draft, pattern)),
        ).sort((a, b) => a.start - b.start),
  examples: {
    flags: [
      'Your luggage «was misplaced» in Oslo. It is on its way.',
      '«Mistakes were made» with the guest list.',
      '«An error occurred» and the invoice is now correct.',
      '«There was a mix-up» with the two cribs.',
      'The letter «was sent to the wrong» house.',
      'Your application «was not passed» on.',
    ],
    passes: [
      'Your luggage was misplaced because I tied the wrong label to it.',
      'The form was lost by us, and we are sorry.',
      'We left your bicycle out in the rain.',
      // A passive in the repair.
      'We dropped your vase. A new one was sent this morning.',
      'Your call was not returned. We should have rung you.',
      'Your new lock will be fitted on Monday.',
    ],
  },
  practice: {
    before:
      "I'm sorry your suitcase was loaded onto the Porto flight. It lands here at six, and a driver will bring it to you tonight.",
    after:
      "I'm sorry we loaded your suitcase onto the Porto flight. It lands here at six, and a driver will bring it to you tonight.",
  },
});

/** How far back a repair or a condition can reach, in UTF-16 units. */
const REACH = 100;

/** Whether a hidden passive states the failure, with nobody of ours beside it in the sentence. */
function stateFailures(draft: Draft, hidden: readonly Evidence[]): Evidence[] {
  if (hidden.length === 0) return [];
  const withDoer = new Set(
    draft.clauses.filter(({ words }) => DOER_NAMED.test(words)).map(({ sentence }) => sentence),
  );
  const sentenceAt = (at: number) =>
    draft.clauses.find(({ start, end }) => start <= at && at < end)?.sentence;
  return hidden.filter(({ start, end }) => {
    const before = draft.prose.slice(Math.max(0, start - REACH), start);
    const after = draft.prose.slice(end, end + REACH);
    if (NOT_THE_FAILURE.test(before) || BY_ANOTHER.test(after)) return false;
    const sentence = sentenceAt(start);
    return sentence === undefined || !withDoer.has(sentence);
  });
}
