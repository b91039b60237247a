import type { Channel } from '../../evaluator/context.ts';
import type { Profile } from '../../evaluator/profile.ts';
import type { Rule } from '../../evaluator/rule.ts';
import { openBlanks } from '../../reviews/open-blanks.ts';
import type { RevisionStore, SettingsStore, Standing } from '../../reviews/ports.ts';
import { findText } from '../find-text.ts';
import { replyBlocks } from '../ids.ts';
import { openModal } from '../modal.ts';
import { stateIn } from '../review-state.ts';
import { partsOf } from '../views/draft-inputs.ts';
import { editorModal } from '../views/draft-modal.ts';
import { type EditorForm, EMPTY_FORM } from '../views/editor-form.ts';
import { offersOf } from '../views/offers-menu.ts';
import type { ActionArgs } from './action-args.ts';
import { type PressedButton, pressedButton, reviewKey } from './pressed-button.ts';

const PRIVATE =
  'Slack does not show me messages that only you can see, not even my own. Please paste your draft here; the answer will again be for you alone.';
const NO_TEXT = 'I keep no drafts, and this reply holds no text to start from. Please paste your draft here.';
const OLD =
  'I no longer keep the numbers of this review, so I cannot change the reply itself. Send the form and I will answer anew.';

const SUGGESTION = 'This is the suggestion from the thread.';
const CURRENT = 'This is the text as it stands in the thread.';
const WHOLE =
  'Answer the questions, or change any word you like. The thread stays as it is until you choose "Use this".';

/** By which channel of the form a text is judged by the profile that its reply was judged by. */
const CHANNEL_OF: Readonly<Record<Profile, Channel>> = {
  email: 'email',
  chat: 'chat',
  review: 'review_reply',
  'status-open': 'status_page',
  'status-resolved': 'status_page',
  script: 'script',
};

interface Deps {
  readonly revisions: Pick<RevisionStore, 'standing'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly rules: readonly Rule[];
}

/** "Edit and check again" on a reply: the editor, with the suggestion as it stands in that very message. */
export const onEditAgain =
  ({ revisions, settings, rules }: Deps) =>
  async ({ ack, action, body, client, context }: ActionArgs): Promise<void> => {
    await ack();
    const pressed = pressedButton(body, action);
    const channelId = body.channel?.id;
    const { teamId, enterpriseId } = context;
    const [standing, inForce] = await Promise.all([
      revisions.standing(reviewKey(context, pressed.reviewId)),
      channelId === undefined ? undefined : settings.read({ teamId, enterpriseId, channelId }),
    ]);
    const judged = stateIn(pressed.message?.blocks ?? [], rules);
    const form: EditorForm = {
      ...formFor(pressed, standing),
      channelId,
      fields: { channel: judged ? CHANNEL_OF[judged.profile] : (inForce?.settings.channel ?? 'email') },
      offers: offersOf(inForce?.settings.remedies ?? []),
    };
    await openModal(client, pressed.triggerId, editorModal(form));
  };

function formFor({ reviewId, message }: PressedButton, standing: Standing | undefined): EditorForm {
  const shown = message?.blocks ?? [];
  const suggestion = findText(shown, `${replyBlocks.suggestion}:`);
  const text = suggestion ?? findText(shown, `${replyBlocks.current}:`) ?? '';
  const form: EditorForm = {
    ...EMPTY_FORM,
    draft: partsOf(text),
    blanks: openBlanks(text).map((blank) => ({ ...blank, answer: '' })),
  };
  if (message === undefined) return { ...form, onlyMe: true, notice: PRIVATE };
  if (standing === undefined) return { ...form, notice: text === '' ? NO_TEXT : OLD };
  const { revision, band, score } = standing;
  return {
    ...form,
    reply: { reviewId, revision, channelId: message.channelId, ts: message.ts },
    verdict: band === undefined || score === undefined ? undefined : { band, score },
    notice: text === '' ? NO_TEXT : `${suggestion === undefined ? CURRENT : SUGGESTION} ${WHOLE}`,
  };
}
