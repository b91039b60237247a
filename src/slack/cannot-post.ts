import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { CannotPostError, RateLimitedError } from '../reviews/errors.ts';

const INVITE = 'Type /invite and pick me, and the next review stands in the thread.';
const ADMIN = 'Someone who looks after this workspace can change that.';

const PRIVATE = `I am not a member of this conversation, so only you see this. ${INVITE} In a direct message between people I can answer only you.`;
const RESTRICTED = `Not everybody may post in this channel, and I am one of those who may not, so only you see this. ${ADMIN}`;
const NO_REPLY = 'This message takes no replies in a thread, so only you see this.';
const NOT_INSTALLED = `I no longer have access to this workspace, so only you see this. ${ADMIN}`;

/** Slack's refusals that no repetition mends, with what to tell the person (docs.slack.dev, chat.postMessage). */
const REFUSALS: Readonly<Record<string, string>> = {
  not_in_channel: `I am not in this channel, so only you see this. ${INVITE}`,
  channel_not_found: PRIVATE,
  is_archived: 'This channel is archived and takes no new messages, so only you see this.',
  restricted_action: RESTRICTED,
  restricted_action_read_only_channel: RESTRICTED,
  restricted_action_thread_only_channel: RESTRICTED,
  restricted_action_non_threadable_channel: NO_REPLY,
  restricted_action_thread_locked: 'This thread is locked, so only you see this.',
  cannot_reply_to_message: NO_REPLY,
  thread_not_found: 'The message is no longer there, so only you see this.',
  message_not_found: 'The message is no longer there, so only you see this.',
  ekm_access_denied: `Your organisation's encryption settings keep me out, so only you see this. ${ADMIN}`,
  team_access_not_granted: `I have not been let into this workspace, so only you see this. ${ADMIN}`,
  enterprise_is_restricted: `I have not been let into this workspace, so only you see this. ${ADMIN}`,
  access_denied: `I have not been let in here, so only you see this. ${ADMIN}`,
  no_permission: `I have not been let in here, so only you see this. ${ADMIN}`,
  missing_scope: `I lack the permission to post here, so only you see this. ${ADMIN}`,
  messages_tab_disabled: 'I cannot write to you in a direct message here.',
  not_authed: NOT_INSTALLED,
  invalid_auth: NOT_INSTALLED,
  account_inactive: NOT_INSTALLED,
  token_revoked: NOT_INSTALLED,
  token_expired: NOT_INSTALLED,
};

/** Slack has trouble of its own, and may answer a moment later. */
const PASSING = ['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];

/** Whether a refusal of Slack's is not for good. */
export const isPassing = (code: string): boolean => PASSING.includes(code);

/** There is no access to a workspace, or none any more. */
export const notInstalled = (code: string, cause?: unknown): CannotPostError =>
  new CannotPostError(code, NOT_INSTALLED, cause === undefined ? undefined : { cause });

/** A word of Slack's. Slack's client takes any other answer for one too, such as the page of a proxy. */
const CODE = /^[a-z0-9_]{1,80}$/;

/** Slack's word for what it refused; `undefined` for any other kind of failure. */
export const slackCode = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError && CODE.test(error.data.error) ? error.data.error : undefined;

/** Whether the same call may succeed later: Slack did not answer, or has trouble that passes. */
export function mayPass(error: unknown): boolean {
  const code = slackCode(error);
  return !(error instanceof CannotPostError) && (code === undefined || isPassing(code));
}

/**
 * The error of a Web API call as the use cases know it: CannotPostError for a refusal, RateLimitedError where
 * Slack says how long to wait, anything else unchanged.
 */
export function asCannotPost(error: unknown): unknown {
  if (error instanceof WebAPIRateLimitedError)
    return new RateLimitedError(error.retryAfter * 1000, { cause: error });
  const code = slackCode(error);
  const howToMend = code === undefined ? undefined : REFUSALS[code];
  if (code === undefined || howToMend === undefined) return error;
  return new CannotPostError(code, howToMend, { cause: error });
}
