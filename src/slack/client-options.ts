import type { WebClientOptions } from '@slack/web-api';
import { neverReachedSlack } from './never-reached-slack.ts';

export interface SlackEndpoint {
  /** Another Slack, for tests and the sandbox; unset: slack.com. */
  readonly slackApiUrl?: string | undefined;
  /** One call may take this long, in ms; a job has more attempts than one. */
  readonly callTimeoutMs?: number | undefined;
  /** How calls are made (`observed-fetch.ts`); unset: by the global `fetch`. */
  readonly fetch?: WebClientOptions['fetch'] | undefined;
}

const CALL_TIMEOUT_MS = 10_000;

/**
 * Options for one Web API client. A new object each time: clients write into what they are given, and
 * `headers` are left out because Bolt's clients share them and would mix up the tokens of workspaces.
 * A rate limit is an error at once, and so is a call that may have done its work: a message is never posted
 * again behind the back of whoever asked for it. The job queue is what waits and tries again.
 */
export const clientOptions = ({
  slackApiUrl,
  fetch,
  callTimeoutMs,
}: SlackEndpoint = {}): WebClientOptions => ({
  ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  ...(fetch === undefined ? {} : { fetch }),
  retryConfig: retryUnsent(),
  timeout: callTimeoutMs ?? CALL_TIMEOUT_MS,
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
});

/** The client hands its `retryConfig` on to p-retry, which knows `onFailedAttempt` too: a throw ends the tries. */
const retryUnsent = () => ({
  retries: 2,
  minTimeout: 200,
  maxTimeout: 1000,
  onFailedAttempt: (error: unknown): void => {
    if (!neverReachedSlack(error)) throw error;
  },
});
