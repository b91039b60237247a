import { endsSentence } from './grammar.ts';
import type { Unit } from './unit.ts';

/** A page as text, with the place of every unit in it by its id. */
export interface Rendered {
  readonly text: string;
  readonly places: ReadonlyMap<number, number>;
}

export function render(units: readonly Unit[], tail = ''): Rendered {
  let text = '';
  const places = new Map<number, number>();
  for (const unit of settleGaps(units)) {
    text += unit.gap;
    places.set(unit.id, text.length);
    text += unit.text;
  }
  return { text: text + tail, places };
}

/** Drops cut units and hands their line breaks and bullets on, so that no hole is left. */
function settleGaps(units: readonly Unit[]): readonly Unit[] {
  const kept: Unit[] = [];
  let owed: string | null = null;
  for (const unit of units) {
    if (unit.text === '') {
      owed = owed === null || unit.gap.includes('\n') ? joinGaps(owed, unit.gap) : owed;
      continue;
    }
    const gap = withoutDoubledStop(joinGaps(owed, unit.gap), kept.at(-1));
    kept.push({ ...unit, gap: kept.length === 0 && unit.gap !== gap ? gap.trimStart() : gap });
    owed = null;
  }
  return kept;
}

/** The gap after a cut: a sentence takes the place of the one before it, a new line keeps its own. */
function joinGaps(owed: string | null, gap: string): string {
  if (owed === null) return gap;
  const breaks = lineBreaks(gap);
  if (breaks === 0) return gap === '' ? '' : owed;
  return '\n'.repeat(Math.max(breaks, lineBreaks(owed))) + gap.slice(gap.lastIndexOf('\n') + 1);
}

/** The full stop that a new sentence brings for the words before it, unless they have one by now. */
const withoutDoubledStop = (gap: string, before: Unit | undefined): string =>
  gap.startsWith('. ') && (before === undefined || endsSentence(before.text)) ? gap.slice(1) : gap;

/** Number of line breaks in what stands between two units. */
export const lineBreaks = (gap: string): number => gap.split('\n').length - 1;
