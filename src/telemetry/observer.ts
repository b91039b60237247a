/** Slack's kinds of requests. */
export type RequestKind = 'command' | 'shortcut' | 'view' | 'action' | 'event' | 'other';

/** `late`: Slack had stopped waiting. `never`: whatever listened ended without an acknowledgement. */
export type AckOutcome = 'in-time' | 'late' | 'never';

/** What came of a reading by a language model; codes and numbers. */
export interface ModelRead {
  /** `answered`, or why not. */
  readonly outcome: string;
  readonly ms: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Findings that did not stand. */
  readonly refusedClaims: number;
  /** Why its rewrite is not shown; `undefined` where it is, or where none was needed. */
  readonly refusedRewrite: string | undefined;
}

/** What happens, told to whoever counts it. No id of a person, a channel or a workspace is in it. */
export interface Observer {
  /** A request was acknowledged, or will not be any more, `ms` after it had been read. */
  acknowledged(kind: RequestKind, outcome: AckOutcome, ms: number): void;
  /** A person was told that a request failed; `code` is an AppError's, or `unexpected`. */
  requestFailed(code: string): void;
  /** One try of a job, after `ms`. A failed one comes back, or is given up. */
  jobTried(outcome: 'done' | 'failed', ms: number): void;
  /** A review stands in Slack; `undefined`: it was given up. */
  reviewEnded(review: { readonly band: string; readonly engine: string } | undefined): void;
  /** A language model was asked about a draft, or would have been. */
  modelRead(reading: ModelRead): void;
  /** A call of Slack's Web API failed; `code` is Slack's own, or says how no answer came. */
  slackFailed(code: string): void;
}

export const NOBODY: Observer = {
  acknowledged: () => undefined,
  requestFailed: () => undefined,
  jobTried: () => undefined,
  reviewEnded: () => undefined,
  modelRead: () => undefined,
  slackFailed: () => undefined,
};
