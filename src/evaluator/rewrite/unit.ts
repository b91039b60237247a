/** What a stretch of the draft is; only `body` and `list` units are ever edited. */
export type UnitKind = 'greeting' | 'body' | 'list' | 'sign-off' | 'locked';

/** One sentence of the page (or a line that is nobody's sentence: a quotation, code, a header). */
export interface Unit {
  readonly id: number;
  readonly kind: UnitKind;
  /** Its words in the draft; for an inserted unit both are the place where it belongs. */
  readonly start: number;
  readonly end: number;
  readonly original: string;
  /** What stands between it and the unit before: spaces, line breaks, a bullet. */
  readonly gap: string;
  /** Its words now; empty once it is cut or merged into another. */
  readonly text: string;
  /** Rules that changed it, in order. */
  readonly by: readonly string[];
  readonly inserted: boolean;
  readonly moved: boolean;
  /** End in the draft of a following unit that was merged into this one. */
  readonly mergedTo?: number;
}
