import { MAX_DRAFT } from '../../errors.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Rewrite } from '../review.ts';
import type { Rule } from '../rule.ts';
import { RULES } from '../rules/index.ts';
import { askInstead } from './ask-instead.ts';
import { changesOf } from './changes.ts';
import type { Desk } from './desk.ts';
import { editDraft, type Read } from './edit-draft.ts';
import { editKeys, offendingEdit, tooLong } from './guard.ts';
import { answeredBefore } from './wording.ts';

/** How often an edit is given up before the draft is left as it is. */
const MOST_RETRIES = 10;
/** Characters that may be read in search of the guilty edit, and the readings that every draft may have. */
const READABLE = 60_000;
const FEWEST_READINGS = 12;
/** Readings past the budget before the draft is left as it is. */
const LAST_READINGS = 6;
/** How many edits are tried one by one for the one that breaks a promise. */
const MOST_SUSPECTS = 8;

/**
 * A better draft in the sender's words: edits sentence by sentence, each for a rule, none with a fact that
 * stands neither in the draft nor in the context. Pure and deterministic. A draft that is ready, no
 * apology, or in another language comes back as it is, without changes.
 */
export function rewriteDraft(evaluation: Evaluation, read: Read, rules: readonly Rule[] = RULES): Rewrite {
  if (evaluation.score.band === 'ready' || evaluation.notAnApology || evaluation.otherLanguage)
    return unchanged(evaluation);
  const forbidden = new Set<string>();
  const budget = { left: Math.max(FEWEST_READINGS, Math.floor(READABLE / evaluation.draft.text.length)) };
  const counted: Read = (text, context) => {
    budget.left -= 1;
    return read(text, context);
  };
  for (let attempt = 0; attempt < MOST_RETRIES; attempt += 1) {
    const tried = attemptWith(evaluation, counted, rules, forbidden);
    if (tried === null) break;
    if (tried.offender === null) return finished(tried, read, rules);
    const culprit = culpritOf(tried, (key) =>
      budget.left <= 0 ? null : attemptWith(evaluation, counted, rules, new Set([...forbidden, key])),
    );
    if (forbidden.has(culprit) || budget.left < -LAST_READINGS) break;
    forbidden.add(culprit);
  }
  const few = fewEdits((without) => attemptWith(evaluation, read, rules, without));
  return few === null ? unchanged(evaluation) : finished(few, read, rules);
}

/** How many pages are made in search of edits that can stand together. */
const MOST_PAGES = 40;

/** Where leaving out the guilty did not help: takes in edits one by one, the heaviest first, and keeps what does no harm. */
function fewEdits(make: (without: ReadonlySet<string>) => Attempt | null): Attempt | null {
  const left = new Set<string>();
  let best: Attempt | null = null;
  let pages = 0;
  // With some edits left out a repair may find another way: those are left out too, until none is made.
  for (; pages < MOST_PAGES; pages += 1) {
    const tried = make(left);
    const keys = tried === null ? [] : editKeys(tried.desk).filter((key) => !left.has(key));
    if (keys.length === 0) break;
    for (const key of keys) left.add(key);
  }
  for (const key of [...left].reverse()) {
    pages += 1;
    if (pages > MOST_PAGES) break;
    left.delete(key);
    const tried = make(left);
    if (tried !== null && tried.offender === null && editKeys(tried.desk).length > 0) best = tried;
    else left.add(key);
  }
  return best;
}

interface Attempt {
  readonly desk: Desk;
  readonly after: Evaluation;
  readonly offender: string | null;
}

function attemptWith(
  evaluation: Evaluation,
  read: Read,
  rules: readonly Rule[],
  forbidden: ReadonlySet<string>,
): Attempt | null {
  const desk = editDraft(evaluation, read, rules, forbidden);
  const text = desk.text;
  if (text.trim() === '' || text.length > MAX_DRAFT) return null;
  const after = read(text, evaluation.given);
  return { desk, after, offender: offendingEdit(desk, after) };
}

/** The one edit without which all is well, the lightest first; else the one that looks guilty. */
function culpritOf({ desk, after, offender }: Attempt, without: (key: string) => Attempt | null): string {
  if (offender !== null && tooLong(desk.first, after)) return offender;
  const keys = editKeys(desk).slice(0, MOST_SUSPECTS);
  return keys.find((key) => without(key)?.offender === null) ?? offender ?? '';
}

function finished(tried: Attempt, read: Read, rules: readonly Rule[]): Rewrite {
  const { desk } = tried;
  const blanksBefore = desk.blanks;
  const unitsBefore = desk.units;
  let after = tried.after;
  desk.see(after);
  if (!answeredBefore(desk.first.draft.text)) askInstead(desk);
  if (desk.text !== after.draft.text) {
    const asked = desk.text.length > MAX_DRAFT ? after : read(desk.text, desk.given);
    if (asked !== after && offendingEdit(desk, asked) === null) after = asked;
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
