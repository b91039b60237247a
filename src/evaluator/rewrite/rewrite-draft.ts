import { MAX_DRAFT } from '../../errors.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Rewrite } from '../review.ts';
import type { Rule } from '../rule.ts';
import { RULES } from '../rules/index.ts';
import { askInstead } from './ask-instead.ts';
import { type Attempt, Attempts } from './attempts.ts';
import { changesOf } from './changes.ts';
import { offendingEdits } from './guard.ts';
import { type Read, Readings } from './readings.ts';
import { harmlessEdits } from './search-edits.ts';
import { answeredBefore } from './wording.ts';

/**
 * A better draft in the sender's words: edits sentence by sentence, each for a rule, none with a fact that
 * stands neither in the draft nor in the context. Pure and deterministic. A draft that is ready, no
 * apology, or in another language comes back as it is, without changes.
 */
export function rewriteDraft(evaluation: Evaluation, read: Read, rules: readonly Rule[] = RULES): Rewrite {
  if (evaluation.score.band === 'ready' || evaluation.notAnApology || evaluation.otherLanguage)
    return unchanged(evaluation);
  const readings = new Readings(evaluation, read);
  const attempts = new Attempts(evaluation, readings, rules);
  const found = harmlessEdits(attempts, readings, evaluation.draft.text.length);
  return found === null ? unchanged(evaluation) : finished(found, readings, rules);
}

/** Asks about the heavy faults that could not be taken out, and says what was changed. */
function finished(tried: Attempt, readings: Readings, rules: readonly Rule[]): Rewrite {
  const { desk } = tried;
  const blanksBefore = desk.blanks;
  const unitsBefore = desk.units;
  let after = tried.after;
  desk.see(after);
  if (!answeredBefore(desk.first.draft.text)) askInstead(desk);
  if (desk.text !== after.draft.text) {
    const asked = desk.text.length > MAX_DRAFT ? after : readings.of(desk.text);
    if (asked !== after && offendingEdits(desk, asked).length === 0) after = asked;
    else {
      desk.putBack(unitsBefore);
      desk.blanks = blanksBefore;
    }
  }
  const text = after.draft.text;
  const weight = (id: string) => {
    const rule = rules.find((one) => one.id === id);
    return rule?.kind === 'component' ? rule.weight : rule?.kind === 'fault' ? rule.points : 100;
  };
  const blanks = desk.blanks.filter(
    (blank, i) => text.includes(blank.text) && desk.blanks.findIndex((one) => one.text === blank.text) === i,
  );
  return {
    text,
    score: after.score.score,
    band: after.score.band,
    blanks: blanks.toSorted((a, b) => weight(b.rule) - weight(a.rule)),
    changes: changesOf(desk),
  };
}

const unchanged = ({ draft, score }: Evaluation): Rewrite => ({
  text: draft.text,
  score: score.score,
  band: score.band,
  blanks: [],
  changes: [],
});
