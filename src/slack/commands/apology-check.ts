import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { AcceptReview } from '../../reviews/accept-review.ts';
import type { Erasure } from '../../reviews/erasure.ts';
import type { SettingsPlace, SettingsStore } from '../../reviews/ports.ts';
import { reviewId } from '../../reviews/review-id.ts';
import { openModal } from '../modal.ts';
import { draftModal } from '../views/draft-modal.ts';
import { forgottenMessage } from '../views/forgotten-message.ts';
import { helpMessage } from '../views/help-message.ts';
import type { AnswerDigest } from './answer-digest.ts';
import { readCommand } from './command-words.ts';
import type { OpenSettings } from './open-settings.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

interface Deps {
  readonly acceptReview: AcceptReview;
  readonly openSettings: OpenSettings;
  readonly answerDigest: AnswerDigest;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly forgetPerson: Erasure['forgetPerson'];
}

/** `/apology-check`: with a draft, `private` and a draft, `help`, `settings`, `digest`, `forget me`, or nothing (the form). */
export const onApologyCheck =
  ({ acceptReview, openSettings, answerDigest, settings, forgetPerson }: Deps) =>
  async (args: Args): Promise<void> => {
    const { ack, command, client, context } = args;
    const wish = readCommand(command.text);
    const { teamId, enterpriseId } = context;
    const channelId = command.channel_id;
    const place = { teamId, enterpriseId, channelId };
    switch (wish.kind) {
      case 'help':
        await ack({ response_type: 'ephemeral', ...helpMessage(wish.unknown, wish.meant) });
        return;
      case 'settings':
        return openSettings(args);
      case 'digest':
        return answerDigest(args, wish.words);
      case 'forget': {
        const erased = await forgetPerson({ teamId, enterpriseId, userId: command.user_id });
        await ack({ response_type: 'ephemeral', ...forgottenMessage(erased) });
        return;
      }
      case 'form':
        await ack();
        await openModal(
          client,
          command.trigger_id,
          draftModal({ channelId, onlyMe: wish.onlyMe, channel: await usualChannel(settings, place) }),
        );
        return;
      case 'draft':
        await acceptReview({
          id: reviewId(context, command.trigger_id),
          ...place,
          userId: command.user_id,
          source: 'command',
          draft: wish.draft,
          context: {},
          visibility: wish.visibility,
          threadTs: undefined,
          responseUrl: command.response_url,
        });
        // Only now: what is acknowledged is answered. Empty, because a public answer would show the command line.
        await ack();
    }
  };

/** Where drafts of this channel are mostly read. */
const usualChannel = async (settings: Pick<SettingsStore, 'read'>, place: SettingsPlace) =>
  (await settings.read(place)).settings.channel;
