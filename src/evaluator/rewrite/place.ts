import type { Desk } from './desk.ts';
import { capitalise, decapitalise, endsSentence } from './grammar.ts';
import type { Unit } from './unit.ts';

/** The rubric's order of an apology (section 8, rule 4). */
const ORDER: readonly string[] = [
  'explicit-apology',
  'takes-responsibility',
  'specific-acknowledgement',
  'empathy-impact',
  'repair-offer',
  'brief-explanation',
  'prevention-step',
  'follow-up',
  'invites-response',
  'thanks-customer',
];

/** A sentence that leans on the one before it: nothing may come between the two. */
const LEANS =
  /^\(?\d{1,2}[.)]|^(?:that|that's|this|it|it's|its|so|and|but|which|he|she|they|them|those|these|also|plus|then|however|still|anyway|because|or|both|neither|instead|otherwise|either|the (?:other|rest|same)|such|there|here|same|only|not|sorry)\b/i;

/** Puts a sentence where its part of the apology belongs. */
export function insertPart(desk: Desk, component: string, text: string, rule = component): void {
  const { index, gap } = placeOf(desk, component);
  const next = desk.units[index];
  const count = desk.units.length;
  if (next === undefined || index > bodyStart(desk.units)) {
    desk.insert(index, gap, text, rule);
    return;
  }
  const afterComma = !next.gap.includes('\n') && (desk.units[index - 1]?.text.endsWith(',') ?? false);
  desk.insert(index, next.gap, afterComma ? decapitalise(text) : text, rule);
  if (desk.units.length === count) return;
  desk.setGap(next, next.kind === 'body' ? ' ' : '\n');
  // What followed a comma begins a sentence now.
  if (afterComma && !desk.voice.small && desk.editable(next)) desk.replace(next, capitalise(next.text), rule);
}

/** Puts a sentence directly after a unit. */
export function insertAfter(desk: Desk, unit: Unit, text: string, rule: string): void {
  const index = desk.units.findIndex(({ id }) => id === unit.id) + 1;
  desk.insert(index, gapAfter(unit), text, rule);
}

function placeOf(desk: Desk, component: string): { index: number; gap: string } {
  const anchor =
    component === 'thanks-customer' || component === 'invites-response'
      ? lastBody(desk.units)
      : anchorOf(desk, component);
  if (anchor === null) {
    const start = bodyStart(desk.units);
    const first = desk.units[start];
    // "Summary: exports failed": a report begins with its label, and the apology follows the line.
    const labelled =
      first?.kind === 'body' &&
      !first.inserted &&
      /^\p{Lu}[\p{L} ]{2,20}: /u.test(first.text) &&
      first.text.length > 24;
    return labelled ? { index: start + 1, gap: gapAfter(first) } : { index: start, gap: '' };
  }
  let index = anchor;
  for (let next = leaning(desk.units, index); next !== null; next = leaning(desk.units, index)) index = next;
  const unit = desk.units[index];
  return { index: index + 1, gap: unit ? gapAfter(unit) : '' };
}

/** Index of the last unit that holds this part of the apology or an earlier one; `null`: the beginning. */
function anchorOf(desk: Desk, component: string): number | null {
  const rank = ORDER.indexOf(component);
  if (component === 'explicit-apology') return null;
  const ownership = component === 'takes-responsibility';
  const parts: readonly string[] = ownership
    ? ['specific-acknowledgement', 'explicit-apology']
    : ORDER.slice(0, rank + 1).toReversed();
  const indexOfPart = (id: string): number[] =>
    [
      ...desk.spots(id).map((spot) => desk.units.findIndex((unit) => unit.id === spot.unit.id)),
      ...desk.units.flatMap((unit, i) =>
        unit.inserted && unit.text !== '' && unit.by.includes(id) ? [i] : [],
      ),
    ].filter((i) => desk.units[i]?.kind !== 'sign-off' && desk.units[i]?.kind !== 'greeting');
  if (ownership) {
    const [named, sorry] = parts.map((part) => Math.min(...indexOfPart(part)));
    const doerless = Math.min(...indexOfPart('passive-evasion'));
    const best = Math.min(named ?? Infinity, sorry ?? Infinity, doerless);
    // An apology close behind the failure is the better neighbour for owning it.
    if (sorry !== undefined && Number.isFinite(sorry) && sorry - best <= 2) return sorry;
    return Number.isFinite(best) ? best : null;
  }
  const places = parts.flatMap(indexOfPart);
  return places.length > 0 ? Math.max(...places) : rank <= 2 ? null : lastBody(desk.units);
}

/** Index of the next unit if it leans on the one at `index` or is an item of the same list; else `null`. */
function leaning(units: readonly Unit[], index: number): number | null {
  const here = units[index];
  const at = units.findIndex((unit, i) => i > index && unit.text !== '');
  const next = units[at];
  if (!here || !next || next.kind === 'sign-off' || next.kind === 'locked') return null;
  if (next.kind === 'list') return at;
  if (next.inserted || units.slice(index + 1, at + 1).some(({ gap }) => gap.includes('\n'))) return null;
  return LEANS.test(next.text) || !endsSentence(here.text) ? at : null;
}

export function bodyStart(units: readonly Unit[]): number {
  const first = units.findIndex(({ kind }) => kind === 'body' || kind === 'list' || kind === 'sign-off');
  if (first >= 0) return first;
  return units.findIndex(({ kind }) => kind === 'greeting') + 1;
}

function lastBody(units: readonly Unit[]): number | null {
  const last = units.findLastIndex(({ kind, text }) => (kind === 'body' || kind === 'list') && text !== '');
  return last < 0 ? null : last;
}

/** After a list a line of its own; after words without a full stop, the full stop. */
function gapAfter(unit: Unit): string {
  if (unit.kind === 'list') return '\n\n';
  if (unit.kind === 'locked') return '\n';
  return endsSentence(unit.text) || unit.text === '' ? ' ' : '. ';
}
