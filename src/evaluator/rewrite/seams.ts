import type { Desk } from './desk.ts';
import { capitalise } from './grammar.ts';

const TURNS =
  /^(?:but|however|nonetheless|nevertheless|that said|even so|having said that|still|yet|then again|mind you),?\s+/i;
const ADDS = /^(?:and|also|plus|so|besides|moreover|furthermore|secondly),?\s+/i;

/** "However, …" leans on a sentence that was cut: the connective goes with it. */
export function mendSeams(desk: Desk): void {
  desk.units.forEach((unit, i) => {
    const before = desk.units[i - 1];
    if (before?.text !== '' || before.inserted || !desk.editable(unit) || unit.inserted) return;
    const rule = before.by[0];
    if (rule === undefined || rule.startsWith('merged:')) return;
    const opening =
      TURNS.exec(unit.text)?.[0] ?? (nothingBefore(desk, i) ? ADDS.exec(unit.text)?.[0] : undefined);
    if (opening === undefined || unit.text.length - opening.length < 8) return;
    const rest = unit.text.slice(opening.length);
    desk.replace(unit, /^\p{Lu}/u.test(unit.text) ? capitalise(rest) : rest, rule);
  });
}

const nothingBefore = (desk: Desk, index: number): boolean =>
  desk.units
    .slice(0, index)
    .every(({ kind, text }) => text === '' || kind === 'greeting' || kind === 'locked');
