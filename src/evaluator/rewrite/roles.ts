import { isBareLine, isReference, isSignOff } from './frame.ts';
import { lineBreaks } from './render.ts';
import type { Unit } from './unit.ts';

/** A salutation further down than this opens something else. */
export const LATEST_GREETING = 8;
const RULED_LINE = /^[-–—_=*]{3,}$/;

/** A subject line, or words to a colleague, before the salutation or outside ruled lines: not for the reader. */
export function lockAround(units: readonly Unit[]): Unit[] {
  const rules = units.flatMap(({ text }, i) => (RULED_LINE.test(text.trim()) ? [i] : []));
  const greeting = units.findIndex(({ kind }) => kind === 'greeting');
  const from = Math.max(rules[0] ?? 0, greeting < LATEST_GREETING ? greeting : 0);
  const to = rules.length > 1 ? (rules.at(-1) ?? units.length) : units.length;
  const heading =
    units.length > 2 &&
    units[0]?.kind === 'body' &&
    isBareLine(units[0].text) &&
    lineBreaks(units[1]?.gap ?? '') > 0
      ? 1
      : 0;
  const notForReader = (unit: Unit, i: number) =>
    i < Math.max(from, heading) ||
    i > to ||
    (i < LATEST_GREETING && unit.kind === 'body' && isReference(unit.text));
  return units.map((unit, i) => (notForReader(unit, i) ? { ...unit, kind: 'locked' } : unit));
}

/** The closing formula and the signature, which are kept as they are. */
export function markSignOff(units: Unit[]): Unit[] {
  const marked = [...units];
  for (let i = marked.length - 1, steps = 0; i > 0 && steps < 6; i -= 1, steps += 1) {
    const unit = marked[i];
    if (!unit || unit.kind === 'greeting' || unit.kind === 'list') break;
    if (unit.kind === 'locked' || unit.kind === 'sign-off') continue;
    const ownLine =
      lineBreaks(unit.gap) > 0 && (i === marked.length - 1 || lineBreaks(marked[i + 1]?.gap ?? '') > 0);
    if (!isSignOff(unit.text) && !(ownLine && isBareLine(unit.text))) break;
    marked[i] = { ...unit, kind: 'sign-off' };
  }
  return marked;
}
