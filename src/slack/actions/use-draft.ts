import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { CheckNow } from '../../reviews/check-now.ts';
import { ReviewForgottenError } from '../../reviews/errors.ts';
import type { Replies, Standing } from '../../reviews/ports.ts';
import type { Revised, ReviseReply } from '../../reviews/revise-reply.ts';
import { describeError } from '../describe-error.ts';
import { editorModal } from '../views/draft-modal.ts';
import type { EditorForm } from '../views/editor-form.ts';
import { standingWords } from '../views/standing-words.ts';
import { sentForm, toReadOnce } from './sent-form.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

interface Deps {
  readonly checkNow: CheckNow;
  readonly reviseReply: ReviseReply;
  readonly replies: Pick<Replies, 'link'>;
}

/** "Use this": the edited text and its review take the place of what the reply in the thread says. */
export const onUseDraft =
  ({ checkNow, reviseReply, replies }: Deps) =>
  async ({ ack, view, context, logger }: Args): Promise<void> => {
    const { form, draft, context: about, errors, open } = sentForm(view);
    const { reply } = form;
    if (reply === undefined) throw new ReviewForgottenError();
    if (Object.keys(errors).length > 0) {
      await ack({ response_action: 'errors', errors });
      return;
    }
    if (open) {
      const next = await toReadOnce(checkNow, form, context);
      await ack({ response_action: 'update', view: editorModal(next) });
      return;
    }
    const { teamId, enterpriseId } = context;
    const place = { teamId, enterpriseId, channelId: reply.channelId, ts: reply.ts };
    const { reviewId, revision } = reply;
    const outcome = await reviseReply({ reviewId, revision, place, draft, context: about });
    if (outcome.kind === 'revised') {
      await ack();
      return;
    }
    if (outcome.kind === 'refused') logger.error('a reply was not changed', describeError(outcome.error));
    const newer = outcome.kind === 'changed' ? await replies.link(place) : undefined;
    await ack({ response_action: 'update', view: editorModal(told(form, outcome, newer)) });
  };

/** The form with the text in it as it was, and what became of it; a further try starts from what is there by now. */
function told(
  form: EditorForm,
  outcome: Exclude<Revised, { kind: 'revised' }>,
  newer: string | undefined,
): EditorForm {
  if (outcome.kind === 'refused')
    return { ...form, notice: outcome.error.userMessage, overtaken: false, newer: undefined };
  const { standing } = outcome;
  return {
    ...form,
    reply: form.reply && { ...form.reply, revision: standing.revision },
    notice: changedWords(standing),
    overtaken: true,
    newer,
  };
}

const changedWords = (standing: Standing): string =>
  [
    'Somebody else has changed this reply since you opened it, and I have left theirs as it is.',
    standingWords(standing),
    'Your text is below, as you left it. You can look at the newer one first, or use yours all the same.',
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
