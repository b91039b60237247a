import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { AcceptReview } from '../../reviews/accept-review.ts';
import type { CheckNow } from '../../reviews/check-now.ts';
import { reviewId } from '../../reviews/review-id.ts';
import { blocks } from '../ids.ts';
import { editorModal } from '../views/draft-modal.ts';
import { sentForm, toReadOnce } from './sent-form.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

const NO_CONVERSATION = 'Please choose the conversation in which I should answer.';

/** The form was sent. It closes once the request is kept; until then its fields hold what was typed. */
export const onSubmitDraft =
  (acceptReview: AcceptReview, checkNow: CheckNow) =>
  async ({ ack, body, view, context }: Args): Promise<void> => {
    const { form, draft, context: about, errors: wrong, open } = sentForm(view);
    const channelId = form.conversation ?? form.channelId;
    const errors = {
      ...wrong,
      ...(channelId === undefined ? { [blocks.conversation]: NO_CONVERSATION } : {}),
    };
    if (channelId === undefined || Object.keys(errors).length > 0) {
      await ack({ response_action: 'errors', errors });
      return;
    }
    if (open) {
      const next = await toReadOnce(checkNow, form, context);
      await ack({ response_action: 'update', view: editorModal(next) });
      return;
    }
    await acceptReview({
      // The form's id, not the click's: a second click on the same form is the same request.
      id: reviewId(context, view.id),
      teamId: context.teamId,
      enterpriseId: context.enterpriseId,
      channelId,
      userId: body.user.id,
      source: 'modal',
      draft,
      context: about,
      visibility: form.onlyMe ? 'private' : 'thread',
      threadTs: undefined,
      responseUrl: body.response_urls?.[0]?.response_url,
    });
    await ack();
  };
