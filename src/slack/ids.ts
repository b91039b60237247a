/**
 * Every name that Slack sends back to us. Permanent once released: posted messages and installed
 * manifests refer to them.
 */
export const commands = { apologyCheck: '/apology-check' } as const;

export const callbacks = {
  checkApology: 'check_apology',
  checkApologyPrivate: 'check_apology_private',
  checkApologyGlobal: 'check_apology_global',
  draftModal: 'draft_modal',
} as const;

export const blocks = {
  draft: 'draft',
  whatHappened: 'what_happened',
  customerWords: 'customer_words',
  channel: 'channel',
  conversation: 'conversation',
  onlyMe: 'only_me',
} as const;

export const actions = {
  draft: 'draft_input',
  whatHappened: 'what_happened_input',
  customerWords: 'customer_words_input',
  channel: 'channel_select',
  conversation: 'conversation_select',
  onlyMe: 'only_me_checkbox',
} as const;

/** `metadata.event_type` of the messages we post; the payload holds ids only. */
export const metadataEvents = { request: 'apology_review_request', review: 'apology_review' } as const;
