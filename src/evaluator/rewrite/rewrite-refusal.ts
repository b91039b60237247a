import { MAX_DRAFT } from '../../errors.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Blank } from '../review.ts';
import { isHeavy } from '../rule.ts';
import { RULES } from '../rules/index.ts';
import { MAX_BLANKS } from './desk.ts';
import { factsIn, lostFacts, newWords, textOf } from './facts.ts';
import { isFree, stem, wordsOf } from './free-words.ts';
import { newFault, tooLong } from './guard.ts';
import type { Read } from './readings.ts';
import { addsCommitment, addsTo, blamesReader, ownsForAnother, turnsFact } from './turned-meaning.ts';

/** Why a rewrite that somebody else made is not shown. Counted and logged; holds no word of it. */
export type Refusal =
  | 'unchanged'
  | 'unknown-blank'
  | 'hidden-characters'
  | 'new-mark'
  | 'new-word'
  | 'new-fact'
  | 'turned-fact'
  | 'new-promise'
  | 'lost-fact'
  | 'new-fault'
  | 'kept-fault'
  | 'worse'
  | 'too-long';

export type Checked =
  | { readonly refusal: Refusal }
  | { readonly after: Evaluation; readonly blanks: readonly Blank[] };

const SLOT = /\[[^\]\n]{1,120}\]/g;

/**
 * Holds a rewrite by somebody else to what ours promise: no fact that stands neither in the draft nor in the
 * context, none lost, no new fault, not worse, not too long. `mended` is our own rewrite: a heavy fault that it
 * puts right may not stay. Pure.
 */
export function checkRewrite(before: Evaluation, mended: string, text: string, read: Read): Checked {
  const refuse = (refusal: Refusal): Checked => ({ refusal });
  const draft = before.draft.text;
  if (text.trim() === '' || text.trim() === draft.trim()) return refuse('unchanged');
  if (text.length > MAX_DRAFT) return refuse('too-long');
  const blanks = knownBlanks(text, draft);
  if (blanks === null) return refuse('unknown-blank');
  const said = text.replace(SLOT, ' ');
  const known = `${draft}\n${Object.values(before.given).flat().map(textOf).join('\n')}`;
  if (addsTo(known, said, HIDDEN)) return refuse('hidden-characters');
  if (addsMarks(known, said)) return refuse('new-mark');
  if (addsWords(before, said)) return refuse('new-word');
  if (factsIn(said).some(({ words }) => !isFree(words) && !known.includes(words))) return refuse('new-fact');
  if (turnsFact(known, said)) return refuse('turned-fact');
  if (addsCommitment(before, said)) return refuse('new-promise');
  if (blamesReader(draft, said)) return refuse('new-fault');
  if (ownsForAnother(before, said)) return refuse('new-fact');
  if (lostFacts(before, text).length > 0) return refuse('lost-fact');
  const after = read(text, before.given);
  if (addsPart(before, after)) return refuse('new-promise');
  if (newFault(before, after) !== null) return refuse('new-fault');
  if (keepsFault(after, read(mended, before.given))) return refuse('kept-fault');
  if (after.score.score < before.score.score) return refuse('worse');
  if (tooLong(before, text)) return refuse('too-long');
  return { after, blanks };
}

/** The questions a rewrite leaves; `null` where a pair of brackets is neither one of ours nor the sender's. */
function knownBlanks(text: string, draft: string): Blank[] | null {
  const slots = [...new Set(text.match(SLOT) ?? [])];
  const blanks = slots.map((slot): Blank | null => {
    const rule = RULES.find((one) => one.kind === 'component' && one.ask?.blank === slot);
    if (rule?.kind === 'component' && rule.ask)
      return { text: slot, question: rule.ask.question, rule: rule.id };
    return draft.includes(slot)
      ? { text: slot, question: 'What belongs here?', rule: 'unfilled-placeholder' }
      : null;
  });
  return blanks.includes(null) || blanks.length > MAX_BLANKS
    ? null
    : blanks.filter((blank) => blank !== null);
}

/** What a reader cannot see, or takes for a picture. */
const HIDDEN = /[\p{Cf}\p{Co}\p{Extended_Pictographic}]|(?!\n|\t)\p{Cc}/gu;

/** A sign that makes a link, a mention, an address or mark-up of a word. */
const MARK = /[@<>|\\{}=~*_]|[\p{L}\p{N}][.:/#][\p{L}\p{N}]|[:/]{2}/u;

/** Where a word has such a sign and is not, letter for letter, one of the draft's. */
const addsMarks = (known: string, text: string): boolean =>
  text
    .split(/\s+/)
    .filter((word) => MARK.test(word))
    .some((word) => !known.includes(word.replace(/^[("“']+|[)"”'.,;:!?]+$/g, '')));

/** Parts of an apology that say what was or will be done, with the context fields from which they may come. */
const PARTS: Readonly<Record<string, readonly (keyof Evaluation['given'])[]>> = {
  'repair-offer': ['promises'],
  'prevention-step': ['promises'],
  'follow-up': ['promises', 'follow_up_on', 'owner'],
  'brief-explanation': ['root_cause'],
};

/** The words were all there, but nobody had put them together so. */
const addsPart = (before: Evaluation, after: Evaluation): boolean =>
  Object.entries(PARTS).some(
    ([rule, fields]) =>
      has(after, rule) && !has(before, rule) && fields.every((field) => before.given[field] === undefined),
  );

/** A word in another form is no new word: "delayed" for "delay". */
function addsWords(before: Evaluation, text: string): boolean {
  const { draft, given } = before;
  const known = new Set(
    wordsOf(`${draft.text} ${Object.values(given).flat().map(textOf).join(' ')}`).map(stem),
  );
  return newWords(before, text).some((word) => !isFree(word) && !known.has(stem(word)));
}

const keepsFault = (after: Evaluation, ours: Evaluation): boolean =>
  RULES.some((rule) => isHeavy(rule) && has(after, rule.id) && !has(ours, rule.id));

const has = ({ findings }: Evaluation, rule: string): boolean =>
  findings.some((finding) => finding.rule === rule && finding.status === 'present');
