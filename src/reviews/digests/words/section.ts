/** A line of which the beginning stands out; either part may be empty. */
export interface Line {
  readonly strong: string;
  readonly text: string;
}

/** Lines under a title. */
export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}
