import type { Draft } from '../draft.ts';
import { lockAround, markSignOff } from './roles.ts';
import { sentenceSpans } from './sentence-spans.ts';
import type { Unit, UnitKind } from './unit.ts';

/** The draft as units whose gaps and words, put one after the other, are the draft again. */
export function readPage(draft: Draft): Unit[] {
  const spans = sentenceSpans(draft);
  const units: Unit[] = [];
  let at = 0;
  for (const { start, end, kind } of spans) {
    units.push(unitOf(draft.text, units.length, kind, start, end, draft.text.slice(at, start)));
    at = end;
  }
  return markSignOff(lockAround(units));
}

function unitOf(text: string, id: number, kind: UnitKind, start: number, end: number, gap: string): Unit {
  const original = text.slice(start, end);
  return { id, kind, start, end, original, gap, text: original, by: [], inserted: false, moved: false };
}
