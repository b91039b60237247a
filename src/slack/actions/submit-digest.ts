import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { callerOf } from '../caller.ts';
import type { DigestParts } from '../commands/digest-parts.ts';
import { turnOnFor } from '../commands/turn-on-for.ts';
import { digestFormBlocks } from '../ids.ts';
import { showInChannel, tellCaller } from '../tell-caller.ts';
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
    const told = digestTurnedOn({ ...turnedOn, isElsewhere: true });
    await ack({ response_action: 'update', view: digestNoticeModal(told) });
    // Only a try shows whether the bot may post there.
    const at = { userId, channelId };
    const { because } = await showInChannel(client, at, digestTurnedOn(turnedOn));
    if (because === undefined) return;
    const mending = digestTurnedOn({ ...turnedOn, because, isElsewhere: true });
    await client.views
      .update({ view_id: view.id, view: digestNoticeModal(mending) })
      // Who has closed it by now is told all the same.
      .catch(() => tellCaller(client, at, mending));
  };
