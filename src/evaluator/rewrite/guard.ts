import type { Evaluation } from '../evaluate.ts';
import type { Desk } from './desk.ts';
import { editKey } from './edited-page.ts';
import { type Fact, lostFacts, newWords, wordsOf } from './facts.ts';

/** Longest rewrite: this times the draft, or the floor of the channel in words (rubric, section 8, rule 4). */
const GROWTH = 1.3;
const FLOOR = 120;
const FLOOR_CHAT = 60;
const CHATTY = ['chat', 'sms', 'social'];

/** Keys of the edits that look guilty of a broken promise, the likeliest first; none when the rewrite keeps them all. */
export function offendingEdits(desk: Desk, after: Evaluation): string[] {
  const guilty = suspected(desk, after)?.map((key) => key ?? lastEdit(desk)) ?? [];
  return [...new Set(guilty.filter((key) => key !== null))];
}

/** `null` where no promise is broken, and in the place of an edit that cannot be told. */
function suspected(desk: Desk, after: Evaluation): (string | null)[] | null {
  const before = desk.first;
  const added = newWords(before, after.draft.text);
  if (added.length > 0) return [editHolding(desk, added)];
  const lost = lostFacts(before, after.draft.text);
  if (lost.length > 0) return lost.map((fact) => editOver(desk, fact));
  const fault = newFault(before, after);
  if (fault !== null) return [editAt(desk, after, fault)];
  if (after.score.score < before.score.score) return [editThatLost(desk, before, after)];
  return tooLong(before, after.draft.text) ? [lightestInsert(desk)] : null;
}

/** A fault that a rewrite has and its draft has not. */
export function newFault(before: Evaluation, after: Evaluation): string | null {
  const had = new Set(before.findings.filter(({ status }) => status === 'present').map(({ rule }) => rule));
  return (
    after.findings.find(
      ({ kind, rule, status }) => kind === 'fault' && status === 'present' && !had.has(rule),
    )?.rule ?? null
  );
}

/** Keys of all edits of a page, the lightest first: those to give up before others. */
export function editKeys(desk: Desk): string[] {
  const weight = (unit: Desk['units'][number]) => (unit.inserted ? weightOf(desk, unit) : 100);
  return [
    ...new Set(
      edits(desk)
        .toSorted((a, b) => weight(a) - weight(b))
        .map(keyOf),
    ),
  ];
}

const COURTESIES = ['thanks-customer', 'empathy-impact', 'personal-voice'];

/** A courtesy of ours weighs less than a question, and a question less than what the sender told us. */
function weightOf(desk: Desk, unit: Desk['units'][number]): number {
  const rule = unit.by[0] ?? '';
  const weight = desk.component(rule)?.weight ?? 0;
  if (unit.text.includes('[')) return weight;
  return COURTESIES.includes(rule) ? weight / 100 : weight + 100;
}

const edits = (desk: Desk) => desk.units.filter(({ by }) => by.length > 0 && !by[0]?.startsWith('merged:'));

function editHolding(desk: Desk, words: readonly string[]): string | null {
  const unit = edits(desk).find(({ text }) => wordsOf(text).some((word) => words.includes(word)));
  return unit ? keyOf(unit) : null;
}

/** The edit of the sentence that held a particular. */
function editOver(desk: Desk, { at, words }: Fact): string | null {
  const unit = edits(desk).find((one) => !one.inserted && one.start < at + words.length && at < one.end);
  return unit ? keyOf(unit) : null;
}

function editAt(desk: Desk, after: Evaluation, rule: string): string | null {
  desk.see(after);
  const unit = desk
    .spots(rule)
    .map((spot) => spot.unit)
    .find(({ by }) => by.length > 0);
  return unit ? keyOf(unit) : null;
}

/** A cut or reworded sentence that held a component which is gone now. */
function editThatLost(desk: Desk, before: Evaluation, after: Evaluation): string | null {
  const gone = before.findings.filter(
    ({ kind, rule, status }) =>
      kind === 'component' &&
      status === 'present' &&
      after.findings.find((one) => one.rule === rule)?.status === 'absent',
  );
  const spans = gone.flatMap(({ evidence }) => evidence);
  const unit = edits(desk).find(
    (one) => !one.inserted && spans.some(({ start, end }) => start < one.end && one.start < end),
  );
  return unit ? keyOf(unit) : null;
}

/** Whether a rewrite is longer than its draft or its channel allows. */
export function tooLong({ draft, context }: Evaluation, rewrite: string): boolean {
  const floor = CHATTY.includes(context.channel) ? FLOOR_CHAT : FLOOR;
  return wordsIn(rewrite) > Math.max(GROWTH * wordsIn(draft.text), floor);
}

/** Words as a reader counts them; an open slot is one until it is answered. */
const wordsIn = (text: string): number =>
  text
    .replace(/\[[^\]\n]{1,120}\]/g, 'slot')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The new sentence whose component weighs least. */
function lightestInsert(desk: Desk): string | null {
  const inserted = edits(desk).filter((unit) => unit.inserted && unit.text !== '');
  const lightest = inserted.toSorted((a, b) => weightOf(desk, a) - weightOf(desk, b))[0];
  return lightest ? keyOf(lightest) : null;
}

const lastEdit = (desk: Desk): string | null => {
  const last = lightestInsert(desk);
  if (last !== null) return last;
  const unit = edits(desk).at(-1);
  return unit ? keyOf(unit) : null;
};

const keyOf = (unit: Desk['units'][number]): string => {
  const rule = unit.by.at(-1) ?? '';
  if (unit.moved && unit.text === unit.original) return editKey('move', unit);
  return editKey(rule, unit);
};
