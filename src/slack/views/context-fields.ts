import { actions, blocks, moreFields } from '../ids.ts';
import { LIMITS } from './limits.ts';

interface Field {
  readonly label: string;
  readonly hint?: string;
  /** The place in the form: always there, or behind "More about it". */
  readonly place: 'main' | 'more';
  readonly action: string;
}

interface TextField extends Field {
  readonly kind: 'text';
  readonly max: number;
  readonly multiline: boolean;
}

interface ChoiceField extends Field {
  readonly kind: 'choice';
  readonly options: Readonly<Record<string, string>>;
  /** What it says as long as nothing is chosen. */
  readonly placeholder?: string;
}

interface TimeField extends Field {
  readonly kind: 'time';
}

export type ContextField = TextField | ChoiceField | TimeField;

const YES_OR_NO = { true: 'Yes', false: 'No' } as const;

/** What a sender can know and the draft does not say, under the rubric's names (section 5). */
export const CONTEXT_FIELDS = {
  [blocks.channel]: {
    kind: 'choice',
    place: 'main',
    action: actions.channel,
    label: 'Where will the customer read it?',
    options: {
      email: 'E-mail',
      chat: 'Chat message',
      review_reply: 'Reply to a public review',
      status_page: 'Status page',
      script: 'Script for a call or a talk',
      letter: 'Letter',
      social: 'Social media post',
      sms: 'Text message',
      incident_report: 'Incident report',
      slack_draft: 'Slack message',
    },
    placeholder: 'As is usual there',
  },
  [blocks.whatHappened]: {
    kind: 'text',
    place: 'main',
    action: actions.whatHappened,
    label: 'What happened?',
    hint: 'In your own words. It helps me to ask fewer questions.',
    max: 2000,
    multiline: true,
  },
  [blocks.customerWords]: {
    kind: 'text',
    place: 'main',
    action: actions.customerWords,
    label: 'What did the customer say?',
    max: LIMITS.modalInput,
    multiline: true,
  },
  failure_type: {
    kind: 'choice',
    place: 'more',
    action: moreFields.failure_type,
    label: 'What kind of trouble was it?',
    options: {
      'product-fault': 'A fault in the product',
      'poor-service': 'Poor service',
      late: 'Too late',
      'wrong-item': 'The wrong thing',
      price: 'Price or cost',
      'over-promise': 'We promised too much',
      miscommunication: 'A misunderstanding',
      outage: 'An outage',
      data: 'Their data',
      safety: 'Safety',
    },
  },
  audience: {
    kind: 'choice',
    place: 'more',
    action: moreFields.audience,
    label: 'Who is it for?',
    options: { one: 'One customer', broadcast: 'Many at once' },
  },
  fault: {
    kind: 'choice',
    place: 'more',
    action: moreFields.fault,
    label: 'Whose mistake was it?',
    options: {
      ours: 'Ours',
      shared: 'Partly ours',
      'third-party': "Somebody else's",
      customer: "The customer's",
      unknown: 'Nobody knows yet',
    },
  },
  noticed_by: {
    kind: 'choice',
    place: 'more',
    action: moreFields.noticed_by,
    label: 'Who noticed it first?',
    options: {
      customer: 'The customer, who told us',
      us: 'We did, and told them first',
      unaware: 'The customer does not know yet',
    },
  },
  severity: {
    kind: 'choice',
    place: 'more',
    action: moreFields.severity,
    label: 'How bad was it for the customer?',
    options: { low: 'A small nuisance', medium: 'It cost them time or trouble', high: 'It cost them a lot' },
  },
  root_cause: {
    kind: 'text',
    place: 'more',
    action: moreFields.root_cause,
    label: 'What caused it?',
    hint: 'Write "unknown" while you are still finding out.',
    max: 1000,
    multiline: true,
  },
  incident_at: { kind: 'time', place: 'more', action: moreFields.incident_at, label: 'When did it happen?' },
  customer_name: {
    kind: 'text',
    place: 'more',
    action: moreFields.customer_name,
    label: "The customer's name",
    max: 200,
    multiline: false,
  },
  asked_for: {
    kind: 'text',
    place: 'more',
    action: moreFields.asked_for,
    label: 'What did the customer ask for?',
    max: 1000,
    multiline: true,
  },
  prior_apologies: {
    kind: 'choice',
    place: 'more',
    action: moreFields.prior_apologies,
    label: 'Did we apologise to them for this before?',
    options: { '0': 'No', '1': 'Once', '2': 'Twice', '3': 'More often' },
  },
  wants_detail: {
    kind: 'choice',
    place: 'more',
    action: moreFields.wants_detail,
    label: 'Did they ask for the details?',
    options: YES_OR_NO,
  },
  sensitive: {
    kind: 'choice',
    place: 'more',
    action: moreFields.sensitive,
    label: 'Is it a matter for lawyers or the press?',
    options: YES_OR_NO,
  },
  authority: {
    kind: 'text',
    place: 'more',
    action: moreFields.authority,
    label: 'What may you offer?',
    hint: 'One thing a line, such as: full refund',
    max: LIMITS.modalInput,
    multiline: true,
  },
  escalation_contact: {
    kind: 'text',
    place: 'more',
    action: moreFields.escalation_contact,
    label: 'Who can approve more than that?',
    max: 200,
    multiline: false,
  },
  promises: {
    kind: 'text',
    place: 'more',
    action: moreFields.promises,
    label: 'What have you promised, and by when?',
    hint: 'One promise a line, such as: a new lamp by Friday',
    max: LIMITS.modalInput,
    multiline: true,
  },
  follow_up_on: {
    kind: 'text',
    place: 'more',
    action: moreFields.follow_up_on,
    label: 'When will you get in touch again?',
    hint: 'A day in words, such as: Friday 6 March',
    max: 100,
    multiline: false,
  },
  owner: {
    kind: 'text',
    place: 'more',
    action: moreFields.owner,
    label: 'Who will get in touch?',
    max: 200,
    multiline: false,
  },
  sender_name: {
    kind: 'text',
    place: 'more',
    action: moreFields.sender_name,
    label: 'Your name, as you sign',
    max: 200,
    multiline: false,
  },
  sender_role: {
    kind: 'text',
    place: 'more',
    action: moreFields.sender_role,
    label: 'What you are there',
    hint: 'Such as: head of support',
    max: 200,
    multiline: false,
  },
} as const satisfies Record<string, ContextField>;

export type ContextFieldName = keyof typeof CONTEXT_FIELDS;

export const CONTEXT_FIELD_NAMES = Object.keys(CONTEXT_FIELDS) as ContextFieldName[];
