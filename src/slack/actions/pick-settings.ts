import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { type SettingsDeps, settingsForm } from '../commands/open-settings.ts';
import { settingsPick } from '../ids.ts';
import { openModal } from '../modal.ts';
import { mayChangeSettings, mayChangeSettingsNow } from '../settings-permission.ts';
import { settingsPickModal, settingsRefusedModal } from '../views/settings-pick-modal.ts';
import type { ActionArgs } from './action-args.ts';

/** "Settings of a channel" on the Home tab: asks for the channel, or says who may change settings. */
export const onOpenSettingsPick =
  (deps: Pick<SettingsDeps, 'settingsAdmins'>) =>
  async ({ ack, body, client }: ActionArgs): Promise<void> => {
    await ack();
    const allowed = await mayChangeSettings(deps, client, body.user.id);
    const view = allowed ? settingsPickModal() : settingsRefusedModal(deps.settingsAdmins);
    await openModal(client, body.trigger_id, view);
  };

const valuesSchema = z.object({
  [settingsPick.block]: z.object({
    [settingsPick.action]: z.object({ selected_conversation: z.string() }),
  }),
});

/** The channel is chosen: its settings take the place of the question, for somebody who still may see them. */
export const onPickSettings =
  (deps: SettingsDeps) =>
  async ({
    ack,
    body,
    view,
    client,
    context,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs) => {
    const values = valuesSchema.parse(view.state.values);
    const channelId = values[settingsPick.block][settingsPick.action].selected_conversation;
    const { teamId, enterpriseId } = context;
    const [allowed, form] = await Promise.all([
      mayChangeSettingsNow(deps, client, body.user.id),
      settingsForm(deps, { teamId, enterpriseId, channelId }),
    ]);
    await ack({
      response_action: 'update',
      view: allowed ? form : settingsRefusedModal(deps.settingsAdmins),
    });
  };
