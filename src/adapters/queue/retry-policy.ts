export interface RetryPolicy {
  /** Tries before a job is given up. */
  readonly tries: number;
  /** Wait after the first failure, in ms; doubled after each further one. */
  readonly firstDelayMs: number;
  /** The longest wait, in ms. */
  readonly longestDelayMs: number;
  /** A try that takes longer counts as failed, in ms. */
  readonly longestRunMs: number;
}

/** Twenty tries over about eight hours: longer than Slack or a model provider tends to be down. */
export const RETRY_POLICY: RetryPolicy = {
  tries: 20,
  firstDelayMs: 1_000,
  longestDelayMs: 3_600_000,
  longestRunMs: 900_000,
};

/** The wait after the failed try `attempt` (1 is the first), in ms. */
export function retryDelayMs(policy: RetryPolicy, attempt: number, error: unknown): number {
  const delay = retryAfterMs(error) ?? policy.firstDelayMs * 2 ** (attempt - 1);
  return Math.min(delay, policy.longestDelayMs);
}

/** An error may say itself when to come back (Slack's "Retry-After"), as a number `retryAfterMs`. */
export function retryAfterMs(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('retryAfterMs' in error)) return undefined;
  const hint = error.retryAfterMs;
  return typeof hint === 'number' && hint >= 0 ? hint : undefined;
}
