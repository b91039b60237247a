import type { Change } from '../review.ts';
import type { Desk } from './desk.ts';
import type { Unit } from './unit.ts';

/** The edits as a reader of the draft sees them, sentence by sentence in the draft's order. */
export function changesOf(desk: Desk): Change[] {
  const draft = desk.first.draft.text;
  return desk.units
    .flatMap((unit) => changeOf(unit, draft))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function changeOf(unit: Unit, draft: string): Change[] {
  const rule = unit.by.find((by) => !by.startsWith('merged:'));
  if (rule === undefined) return [];
  if (unit.inserted)
    return unit.text === ''
      ? []
      : [{ kind: 'insert', rule, before: '', after: unit.text, start: unit.start, end: unit.start }];
  const end = unit.mergedTo ?? unit.end;
  const before = draft.slice(unit.start, end);
  const kind: Change['kind'] =
    unit.text === '' ? 'cut' : unit.mergedTo !== undefined ? 'merge' : unit.moved ? 'move' : 'replace';
  if (unit.text === before && !unit.moved) return [];
  return [{ kind, rule, before, after: unit.text, start: unit.start, end }];
}
