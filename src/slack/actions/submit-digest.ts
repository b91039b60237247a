import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { callerOf } from '../caller.ts';
import type { DigestParts } from '../commands/digest-parts.ts';
import { turnOnFor } from '../commands/turn-on-for.ts';
import { digestFormBlocks } from '../ids.ts';
import { showInChannel } from '../tell-caller.ts';
import { digestTurnedOff, digestTurnedOn, NOT_FOR_OUTSIDERS } from '../views/digest-answers.ts';
import { digestNoticeModal } from '../views/digest-form-modal.ts';
import { readDigestMetadata, readSubmittedDigest } from './submitted-digest.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The form of the digest was sent: it says what holds from now on. Who may is asked here once more. */
export const onSubmitDigest =
  (digests: Pick<DigestParts, 'store' | 'turnOn'>) =>
  async ({ ack, body, view, client, context }: Args): Promise<void> => {
    const { channelId } = readDigestMetadata(view.private_metadata);
    const submitted = readSubmittedDigest(view.state.values);
    if (submitted.kind === 'wrong') {
      await ack({ response_action: 'errors', errors: submitted.errors });
      return;
    }
    const userId = body.user.id;
    if ((await callerOf(client, userId)).isOutsider) {
      await ack({ response_action: 'errors', errors: { [digestFormBlocks.state]: NOT_FOR_OUTSIDERS } });
      return;
    }
    const { teamId, enterpriseId } = context;
    const place = { teamId, enterpriseId, channelId };
    const before = await digests.store.schedule(place);
    if (submitted.kind === 'off') {
      await digests.store.turnOff(place);
      await ack({ response_action: 'update', view: digestNoticeModal(digestTurnedOff(before?.state)) });
      return;
    }
    const turnedOn = await turnOnFor(digests, { place, before }, submitted.schedule, userId);
    await ack({ response_action: 'update', view: digestNoticeModal(digestTurnedOn(turnedOn)) });
    // Only a try shows whether the bot may post there.
    const { because } = await showInChannel(client, { userId, channelId }, digestTurnedOn(turnedOn));
    if (because !== undefined) {
      const told = digestTurnedOn({ ...turnedOn, because });
      await client.views.update({ view_id: view.id, view: digestNoticeModal(told) });
    }
  };
