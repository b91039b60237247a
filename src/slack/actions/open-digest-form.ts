import { DEFAULT_SCHEDULE } from '../../reviews/digests/schedule.ts';
import { callerOf } from '../caller.ts';
import type { DigestParts } from '../commands/digest-parts.ts';
import { openModal, pushModal } from '../modal.ts';
import { digestRefusal } from '../views/digest-answers.ts';
import { digestFormModal, digestNoticeModal } from '../views/digest-form-modal.ts';
import type { ActionArgs } from './action-args.ts';
import { readSettingsMetadata } from './submitted-settings.ts';

/**
 * The button that opens the form of the digest. It stands on private answers, which have a channel and no
 * message, and on the settings of a channel, above which the form is then laid.
 */
export const onOpenDigestForm =
  ({ store }: Pick<DigestParts, 'store'>) =>
  async ({ ack, body, client, context }: ActionArgs): Promise<void> => {
    await ack();
    const channelId = body.view
      ? readSettingsMetadata(body.view.private_metadata).channelId
      : body.channel?.id;
    if (channelId === undefined) return;
    const { teamId, enterpriseId } = context;
    const [caller, kept] = await Promise.all([
      callerOf(client, body.user.id),
      store.schedule({ teamId, enterpriseId, channelId }),
    ]);
    const schedule = kept?.schedule ?? { ...DEFAULT_SCHEDULE, zone: caller.zone };
    const form = caller.isOutsider
      ? digestNoticeModal(digestRefusal())
      : digestFormModal({ channelId, kept, schedule });
    const show = body.view ? pushModal : openModal;
    await show(client, body.trigger_id, form);
  };
