/**
 * Slack's codes that somebody can do something about, so that labels stay few whatever Slack answers.
 * The rest is counted as `other`.
 */
const KNOWN = new Set([
  // The token, and what it may do.
  ...['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'missing_scope'],
  ...['team_access_not_granted', 'enterprise_is_restricted', 'ekm_access_denied', 'access_denied'],
  ...['no_permission', 'org_login_required'],
  // The conversation.
  ...['not_in_channel', 'channel_not_found', 'is_archived', 'is_inactive', 'restricted_action'],
  ...['restricted_action_read_only_channel', 'restricted_action_thread_only_channel'],
  ...['restricted_action_non_threadable_channel', 'restricted_action_thread_locked'],
  ...['thread_not_found', 'message_not_found', 'cannot_reply_to_message', 'cant_update_message'],
  ...['cant_delete_message', 'edit_window_closed', 'user_not_in_channel', 'messages_tab_disabled'],
  // What we sent.
  ...['invalid_blocks', 'invalid_blocks_format', 'invalid_arguments', 'msg_too_long', 'msg_blocks_too_long'],
  ...['no_text', 'metadata_too_large', 'expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'],
  ...['hash_conflict', 'view_too_large', 'not_found'],
  // Slack itself.
  ...['ratelimited', 'rate_limited', 'message_limit_exceeded', 'internal_error', 'fatal_error'],
  ...['service_unavailable', 'request_timeout', 'team_added_to_org'],
  // No answer of Slack's, in our words (`slack/observed-fetch.ts`).
  ...['no_answer', 'http_4xx', 'http_5xx'],
]);

export const slackCodeLabel = (code: string): string => (KNOWN.has(code) ? code : 'other');
