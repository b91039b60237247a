import type { ActionsBlock, Button, InputBlock, KnownBlock, ModalView, SectionBlock } from '@slack/types';
import type { Channel } from '../../evaluator/context.ts';
import {
  actions,
  blocks,
  callbacks,
  editorActions,
  editorBlocks,
  editorCallbacks,
  replyBlocks,
} from '../ids.ts';
import { blankInputs } from './blank-inputs.ts';
import { contextInputs } from './context-inputs.ts';
import { draftInputs, MOST_ROOMS } from './draft-inputs.ts';
import { type EditorForm, EMPTY_FORM } from './editor-form.ts';
import { writeMetadata } from './editor-metadata.ts';
import { cutText, LIMITS } from './limits.ts';
import { quotedText } from './quoted-text.ts';
import { bold, paragraph, richText } from './rich-text.ts';
import { words } from './words.ts';

export interface DraftModalOptions {
  /** Where the command was typed; an id, never a text. */
  readonly channelId?: string;
  /** Where drafts of that channel are mostly read. */
  readonly channel?: Channel;
  /** Tick "only me" to begin with. */
  readonly onlyMe?: boolean;
}

/** The form at its beginning: the draft and what the sender knows and the draft does not say. */
export const draftModal = ({ channelId, channel, onlyMe = false }: DraftModalOptions = {}): ModalView =>
  editorModal({ ...EMPTY_FORM, channelId, onlyMe, fields: channel ? { channel } : {} });

/**
 * The editor. Every input shows what was typed in it, so that nothing is lost when the view is drawn
 * again. For a draft of its own it asks where to answer; for a reply it takes the reply's place.
 */
export function editorModal(form: EditorForm): ModalView {
  const { reply } = form;
  return {
    type: 'modal',
    callback_id: reply ? editorCallbacks.editModal : callbacks.draftModal,
    private_metadata: writeMetadata(form),
    title: words(reply ? 'Edit and check again' : 'Check an apology'),
    submit: words(submitWords(form)),
    close: words('Cancel'),
    blocks: [
      ...notice(form),
      ...draftInputs(form.draft, form.round),
      checkButtons(form),
      ...form.answer,
      ...blankInputs(form),
      ...takeButton(form),
      ...earlier(form),
      ...contextInputs('main', form.fields),
      ...(form.more ? contextInputs('more', form.fields) : [moreButton()]),
      ...(reply ? [] : [conversationInput(form), onlyMeInput(form.onlyMe)]),
    ],
  };
}

const submitWords = ({ reply, overtaken }: EditorForm): string => {
  if (!reply) return 'Check it';
  return overtaken ? 'Use mine all the same' : 'Use this';
};

function notice({ notice, newer }: EditorForm): SectionBlock[] {
  if (notice === undefined) return [];
  const link: Button | undefined =
    newer !== undefined && /^https?:/.test(newer)
      ? {
          type: 'button',
          action_id: editorActions.newerReply,
          text: words('Look at the newer one'),
          accessibility_label: 'Look at the newer reply in its thread',
          url: newer,
        }
      : undefined;
  return [
    {
      type: 'section',
      block_id: editorBlocks.notice,
      text: words(cutText(notice, LIMITS.sectionText)),
      ...(link ? { accessory: link } : {}),
    },
  ];
}

function checkButtons({ verdict, reply, draft }: EditorForm): ActionsBlock {
  const again = verdict !== undefined || reply !== undefined;
  const check: Button = {
    type: 'button',
    action_id: editorActions.checkAgain,
    text: words(again ? 'Check again' : 'Check here first'),
    accessibility_label: again
      ? 'Check again, here in this form'
      : 'Check here first, in this form, where only you see it',
  };
  const room: Button = {
    type: 'button',
    action_id: editorActions.moreRoom,
    text: words('My draft is longer'),
    accessibility_label: 'My draft is longer: add another field for it',
  };
  const full = draft.parts.length >= MOST_ROOMS;
  return { type: 'actions', block_id: editorBlocks.check, elements: full ? [check] : [check, room] };
}

/** Beside the questions, so that nobody has to go back up: with a suggestion it goes into the draft. */
function takeButton({ answer, blanks }: EditorForm): ActionsBlock[] {
  const suggested = answer.some(({ block_id: id }) => id?.startsWith(`${replyBlocks.suggestion}:`));
  if (!suggested && blanks.length === 0) return [];
  const [action, text] = suggested
    ? [editorActions.takeSuggestion, 'Put this into my draft']
    : [editorActions.checkAgain, 'Put my answers in'];
  const whole = suggested ? `${text}, with my answers, and check again` : `${text} and check again`;
  return [
    {
      type: 'actions',
      block_id: editorBlocks.take,
      elements: [{ type: 'button', action_id: action, text: words(text), accessibility_label: whole }],
    },
  ];
}

const earlier = ({ earlier }: EditorForm): KnownBlock[] =>
  earlier === ''
    ? []
    : [
        {
          ...richText(paragraph(bold('Your words before, should you want them back'))),
          block_id: editorBlocks.earlierTitle,
        },
        ...quotedText(editorBlocks.earlier, earlier),
      ];

const moreButton = (): KnownBlock => ({
  type: 'actions',
  block_id: editorBlocks.more,
  elements: [
    {
      type: 'button',
      action_id: editorActions.moreFields,
      text: words('More about it'),
      accessibility_label: 'More about it: show fields for what else you know',
    },
  ],
});

const conversationInput = ({ channelId, conversation }: EditorForm): InputBlock => ({
  type: 'input',
  block_id: blocks.conversation,
  label: words('Where shall I answer?'),
  element: {
    type: 'conversations_select',
    action_id: actions.conversation,
    default_to_current_conversation: true,
    response_url_enabled: true,
    ...((conversation ?? channelId) === undefined
      ? {}
      : { initial_conversation: (conversation ?? channelId) as string }),
  },
});

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
