import { DEFAULT_SETTINGS, differingFields } from '../../reviews/channel-settings.ts';
import type { SettingsDeps } from '../commands/open-settings.ts';
import { mayChangeSettings } from '../settings-permission.ts';
import { settingsOvertakenModal, settingsResetModal } from '../views/settings-notices.ts';
import { settingsRefusedModal } from '../views/settings-pick-modal.ts';
import type { ActionArgs } from './action-args.ts';
import { readSettingsMetadata } from './submitted-settings.ts';

/** "Reset to defaults", once it is confirmed, for somebody who still may. What somebody else saved meanwhile is left alone. */
export const onResetSettings =
  ({ settings, settingsAdmins }: SettingsDeps) =>
  async ({ ack, body, client, context }: ActionArgs): Promise<void> => {
    await ack();
    if (body.view === undefined) return;
    const { channelId, version } = readSettingsMetadata(body.view.private_metadata);
    const { teamId, enterpriseId } = context;
    const view_id = body.view.id;
    if (!(await mayChangeSettings({ settingsAdmins }, client, body.user.id))) {
      await client.views.update({ view_id, view: settingsRefusedModal(settingsAdmins) });
      return;
    }
    const place = { teamId, enterpriseId, channelId };
    const outcome = await settings.reset(place, body.user.id, version);
    const { changed, settings: inForce } = await settings.read(place);
    // A second click finds the defaults in force already.
    const isReset = outcome === 'written' || differingFields(inForce, DEFAULT_SETTINGS).length === 0;
    const view =
      isReset || changed === undefined ? settingsResetModal(channelId) : settingsOvertakenModal(changed);
    await client.views.update({ view_id, view });
  };
