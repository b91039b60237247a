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

/**
 * What a person can press on a reply. Several `undo` stand in one block, so that each has `:` and its rule
 * behind it; `helpful` and `notHelpful` stand in for `rate` where Slack does not know its buttons.
 */
export const replyActions = {
  editAgain: 'edit_again',
  delete: 'delete_review',
  why: 'why_rule',
  dismiss: 'dismiss_finding',
  undo: 'undo_dismissal',
  rate: 'rate_review',
  helpful: 'rate_review_helpful',
  notHelpful: 'rate_review_not_helpful',
  how: 'how_this_works',
} as const;

/** How the block ids of a reply begin; `:` may follow, with rule ids, a number, the revision or the review's state. */
export const replyBlocks = {
  because: 'because',
  headline: 'headline',
  currentTitle: 'current_title',
  current: 'current',
  lead: 'lead',
  point: 'point',
  pointButtons: 'point_buttons',
  marked: 'marked',
  undo: 'undo',
  advisory: 'advisory',
  ask: 'ask',
  askText: 'ask_text',
  rest: 'rest',
  good: 'good',
  also: 'also',
  notNeeded: 'not_needed',
  suggestionTitle: 'suggestion_title',
  suggestion: 'suggestion',
  questions: 'questions',
  changes: 'changes',
  change: 'change',
  buttons: 'reply_buttons',
  state: 'state',
  feedback: 'feedback',
} as const;

/** The settings of a channel. */
export const settingsCallback = 'channel_settings';

export const settingsBlocks = {
  channel: 'settings_channel',
  visibility: 'settings_visibility',
  rulesDouble: 'settings_rules_double',
  rulesHalf: 'settings_rules_half',
  rulesOff: 'settings_rules_off',
  housePhrases: 'settings_house_phrases',
  remedies: 'settings_remedies',
  escalationContact: 'settings_escalation_contact',
  legalWords: 'settings_legal_words',
  digest: 'settings_digest',
  reset: 'settings_reset',
} as const;

export const settingsActions = {
  channel: 'settings_channel_select',
  visibility: 'settings_visibility_radio',
  rulesDouble: 'settings_rules_double_select',
  rulesHalf: 'settings_rules_half_select',
  rulesOff: 'settings_rules_off_select',
  housePhrases: 'settings_house_phrases_input',
  remedies: 'settings_remedies_input',
  escalationContact: 'settings_escalation_contact_input',
  legalWords: 'settings_legal_words_input',
  reset: 'settings_reset_button',
} as const;

/** Which channel's settings to open, asked from the Home tab. */
export const settingsPick = {
  callback: 'settings_pick',
  block: 'settings_pick_channel',
  action: 'settings_pick_channel_select',
} as const;

/** Whether a language model may read the drafts of a workspace. */
export const modelSwitch = {
  callback: 'model_switch',
  block: 'model_switch_state',
  action: 'model_switch_state_radio',
} as const;

/** A digest's button, on private answers and on the settings of a channel: opens its form. */
export const digestActions = { setUp: 'digest_set_up' } as const;

/** The form of a channel's digest. */
export const digestCallback = 'channel_digest';

export const digestFormBlocks = {
  state: 'digest_state',
  frequency: 'digest_frequency',
  day: 'digest_day',
  time: 'digest_time',
  zone: 'digest_zone',
} as const;

export const digestFormActions = {
  state: 'digest_state_radio',
  frequency: 'digest_frequency_select',
  day: 'digest_day_select',
  time: 'digest_time_picker',
  zone: 'digest_zone_input',
} as const;

/** The Home tab. */
export const homeActions = {
  openForm: 'home_open_form',
  openSettings: 'home_open_settings',
  support: 'home_support',
  openModel: 'home_open_model',
} as const;

/** `metadata.event_type` of the messages we post; the payload holds ids only. */
export const metadataEvents = {
  request: 'apology_review_request',
  review: 'apology_review',
  digest: 'apology_digest',
} as const;

/** The editor: the form grown to check a draft again and to put an edited one in the place of a reply. */
export const editorCallbacks = { editModal: 'edit_modal', noticeModal: 'editor_notice' } as const;

export const editorBlocks = {
  notice: 'editor_notice',
  check: 'check',
  more: 'more',
  /** Stretches of several blocks, each followed by a number or a key. */
  answer: 'answer:',
  earlier: 'earlier:',
  earlierTitle: 'earlier_title',
  blank: 'blank:',
  take: 'take',
  offers: 'offers',
} as const;

export const editorActions = {
  checkAgain: 'check_again',
  takeSuggestion: 'take_suggestion',
  moreRoom: 'more_room',
  moreFields: 'more_about_it',
  newerReply: 'newer_reply',
  offer: 'choose_offer',
  blank: 'blank_input',
} as const;

/** What stands behind "More about it": each field's block id and its action id. */
export const moreFields = {
  fault: 'fault_select',
  noticed_by: 'noticed_by_select',
  severity: 'severity_select',
  root_cause: 'root_cause_input',
  incident_at: 'incident_at_picker',
  customer_name: 'customer_name_input',
  asked_for: 'asked_for_input',
  authority: 'authority_input',
  promises: 'promises_input',
  follow_up_on: 'follow_up_on_input',
  owner: 'owner_input',
  sender_name: 'sender_name_input',
  audience: 'audience_select',
  failure_type: 'failure_type_select',
  prior_apologies: 'prior_apologies_select',
  wants_detail: 'wants_detail_select',
  sensitive: 'sensitive_select',
  escalation_contact: 'escalation_contact_input',
  sender_role: 'sender_role_input',
} as const;

/** The parts of a digest. */
export const digestBlocks = {
  headline: 'digest_headline',
  intro: 'digest_intro',
  checked: 'digest_checked',
  faults: 'digest_faults',
  missing: 'digest_missing',
  better: 'digest_better',
  practice: 'digest_practice',
  chart: 'digest_chart',
  footer: 'digest_footer',
} as const;
