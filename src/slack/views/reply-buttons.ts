import type { ActionsBlock, Button, ConfirmationDialog, ContextActionsBlock } from '@slack/types';
import { replyActions, replyBlocks } from '../ids.ts';
import { cutText, LIMITS } from './limits.ts';
import type { Style } from './reply-parts.ts';
import { words } from './words.ts';

/** What a button sends back: ids, never a text. */
export const buttonValue = (reviewId: string, detail?: string): string =>
  detail === undefined ? reviewId : `${reviewId}:${detail}`;

interface ButtonWords {
  readonly text: string;
  /** What a screen reader says instead, where the text alone would not tell. */
  readonly spoken?: string;
}

export const button = (
  action: string,
  value: string,
  { text, spoken }: ButtonWords,
  more: Pick<Button, 'confirm'> = {},
): Button => ({
  type: 'button',
  action_id: action,
  value,
  text: words(cutText(text, LIMITS.buttonText)),
  ...(spoken === undefined ? {} : { accessibility_label: cutText(spoken, LIMITS.buttonText) }),
  ...more,
});

const DELETE_CONFIRM: ConfirmationDialog = {
  title: words('Delete this review?'),
  text: words(
    'It goes from the thread, together with the message above it if I posted that one for you, and I forget what I kept of it. It cannot be brought back.',
  ),
  confirm: words('Delete it'),
  deny: words('Keep it'),
};

const HELPFUL = { text: 'Helpful', spoken: 'This review was helpful' };
const NOT_HELPFUL = { text: 'Not helpful', spoken: 'This review was not helpful' };

interface ReplyButtonOptions {
  readonly reviewId: string;
  readonly canEdit: boolean;
  /** The suggestion has open questions. */
  readonly hasQuestions: boolean;
  readonly style: Style;
  /** How often an edited text took the place of the first one (`reply-revision.ts` reads it back). */
  readonly revision: number;
}

/** What can be done with a review as a whole. Without Slack's own feedback buttons, plain ones stand here. */
export function replyButtons(options: ReplyButtonOptions): ActionsBlock {
  const { reviewId, canEdit, hasQuestions, style, revision } = options;
  const again = hasQuestions ? 'Answer and check again' : 'Edit and check again';
  const { editAgain, delete: remove, how, helpful, notHelpful } = replyActions;
  return {
    type: 'actions',
    block_id: revision === 0 ? replyBlocks.buttons : `${replyBlocks.buttons}:${revision}`,
    elements: [
      ...(canEdit ? [button(editAgain, buttonValue(reviewId), { text: again })] : []),
      button(
        remove,
        buttonValue(reviewId),
        { text: 'Delete', spoken: 'Delete this review' },
        { confirm: DELETE_CONFIRM },
      ),
      button(how, buttonValue(reviewId), { text: 'How this works' }),
      ...(style === 'flat'
        ? [
            button(helpful, buttonValue(reviewId, 'helpful'), HELPFUL),
            button(notHelpful, buttonValue(reviewId, 'not-helpful'), NOT_HELPFUL),
          ]
        : []),
    ],
  };
}

/** Helpful or not, with Slack's own buttons. */
export const feedbackButtons = (reviewId: string): ContextActionsBlock => ({
  type: 'context_actions',
  block_id: replyBlocks.feedback,
  elements: [
    {
      type: 'feedback_buttons',
      action_id: replyActions.rate,
      positive_button: {
        text: words(HELPFUL.text),
        accessibility_label: HELPFUL.spoken,
        value: buttonValue(reviewId, 'helpful'),
      },
      negative_button: {
        text: words(NOT_HELPFUL.text),
        accessibility_label: NOT_HELPFUL.spoken,
        value: buttonValue(reviewId, 'not-helpful'),
      },
    },
  ],
});
