import type { InputBlock, ModalView } from '@slack/types';
import { CHANNELS } from '../../evaluator/context.ts';
import { actions, blocks, callbacks } from '../ids.ts';
import { LIMITS } from './limits.ts';

type Channel = (typeof CHANNELS)[number];

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
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
};

/** `context.what_happened` may hold this many characters (context schema). */
const WHAT_HAPPENED_MAX = 2000;

export interface DraftModalOptions {
  /** Where the command was typed; an id, never a text. */
  readonly channelId?: string;
  /** Tick "only me" to begin with. */
  readonly onlyMe?: boolean;
}

/** The form: the draft and what the sender knows and the draft does not say. */
export function draftModal({ channelId, onlyMe = false }: DraftModalOptions = {}): ModalView {
  return {
    type: 'modal',
    callback_id: callbacks.draftModal,
    private_metadata: JSON.stringify(channelId === undefined ? {} : { channel_id: channelId }),
    title: words('Check an apology'),
    submit: words('Check it'),
    close: words('Cancel'),
    blocks: [
      textInput('draft', 'Your draft', LIMITS.modalInput, {
        hint: 'A longer one fits into a message: post it, open its menu and choose "Check this apology".',
      }),
      {
        type: 'input',
        block_id: blocks.channel,
        label: words('Where will the customer read it?'),
        element: {
          type: 'static_select',
          action_id: actions.channel,
          options: CHANNELS.map(option),
          initial_option: option('email'),
        },
      },
      textInput('whatHappened', 'What happened?', WHAT_HAPPENED_MAX, {
        optional: true,
        hint: 'In your own words. It helps me to ask fewer questions.',
      }),
      textInput('customerWords', 'What did the customer say?', LIMITS.modalInput, { optional: true }),
      {
        type: 'input',
        block_id: blocks.conversation,
        label: words('Where shall I answer?'),
        element: {
          type: 'conversations_select',
          action_id: actions.conversation,
          default_to_current_conversation: true,
          response_url_enabled: true,
          ...(channelId === undefined ? {} : { initial_conversation: channelId }),
        },
      },
      onlyMeInput(onlyMe),
    ],
  };
}

const words = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;

const option = (channel: Channel) => ({ text: words(CHANNEL_WORDS[channel]), value: channel });

function textInput(
  name: 'draft' | 'whatHappened' | 'customerWords',
  label: string,
  max: number,
  { optional = false, hint }: { optional?: boolean; hint?: string } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: blocks[name],
    label: words(label),
    optional,
    ...(hint === undefined ? {} : { hint: words(hint) }),
    element: { type: 'plain_text_input', action_id: actions[name], multiline: true, max_length: max },
  };
}

function onlyMeInput(ticked: boolean): InputBlock {
  const onlyMe = { text: words('Show the answer only to me'), value: 'only_me' };
  return {
    type: 'input',
    block_id: blocks.onlyMe,
    label: words('Who sees it?'),
    optional: true,
    element: {
      type: 'checkboxes',
      action_id: actions.onlyMe,
      options: [onlyMe],
      ...(ticked ? { initial_options: [onlyMe] } : {}),
    },
  };
}
