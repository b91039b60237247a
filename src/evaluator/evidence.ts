/** A stretch of the draft in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The exact words a finding rests on. */
export interface Evidence extends Span {
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
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
