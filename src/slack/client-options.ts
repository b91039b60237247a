import type { WebClientOptions } from '@slack/web-api';

export interface SlackEndpoint {
  /** Another Slack, for tests and the sandbox; unset: slack.com. */
  readonly slackApiUrl?: string | undefined;
  /** How calls are made (`observed-fetch.ts`); unset: by the global `fetch`. */
  readonly fetch?: WebClientOptions['fetch'] | undefined;
}

/** One call may take this long, in ms; a job has more attempts than one. */
const CALL_TIMEOUT_MS = 10_000;

/**
 * Options for one Web API client. A new object each time: clients write into what they are given, and
 * `headers` are left out because Bolt's clients share them and would mix up the tokens of workspaces.
 * Retries are few and a rate limit is an error at once: the job queue is what waits.
 */
export const clientOptions = ({ slackApiUrl, fetch }: SlackEndpoint = {}): WebClientOptions => ({
  ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  ...(fetch === undefined ? {} : { fetch }),
  retryConfig: { retries: 2, minTimeout: 200, maxTimeout: 1000 },
  timeout: CALL_TIMEOUT_MS,
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
});
