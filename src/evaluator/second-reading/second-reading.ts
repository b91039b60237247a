/** What somebody else than our rules says of a draft. Nothing of it is believed before `settleReview` has checked it. */
export interface SecondReading {
  readonly claims: readonly Claim[];
  /** A better draft; '' where there is none. */
  readonly rewrite: string;
}

/** A rule that the draft meets, and the words that are said to show it. */
export interface Claim {
  readonly rule: string;
  readonly quotes: readonly string[];
}
