/** The exact words a finding rests on. Offsets count UTF-16 units of the draft; `end` is exclusive. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/**
 * The one place where evidence is made: a slice of the draft.
 * Throws RangeError when the span is empty or lies outside the text.
 */
export function cite(text: string, start: number, end: number): Evidence {
  if (start < 0 || start >= end || end > text.length) {
    throw new RangeError(`evidence ${start}..${end} lies outside a draft of ${text.length} characters`);
  }
  return { start, end, quote: text.slice(start, end) };
}

/** Whether two spans share at least one character. */
export const overlaps = (a: Pick<Evidence, 'start' | 'end'>, b: Pick<Evidence, 'start' | 'end'>): boolean =>
  a.start < b.end && b.start < a.end;
