import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { differingFields } from '../../reviews/channel-settings.ts';
import { mayChangeSettings, type SettingsDeps } from '../commands/open-settings.ts';
import { settingsModal } from '../views/settings-modal.ts';
import { settingsRefusedModal } from '../views/settings-pick-modal.ts';
import { readSettingsMetadata, readSubmittedSettings } from './submitted-settings.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * Saves the settings of a channel. Where somebody else saved others meanwhile, the form stays with what
 * was typed, shows what holds now, and saves over it only when it is sent again.
 */
export const onSubmitSettings =
  (deps: SettingsDeps) =>
  async ({ ack, body, view, client, context }: Args): Promise<void> => {
    const { settings, rules, switchableRules } = deps;
    // Whoever opened the form may have lost the right since.
    if (!(await mayChangeSettings(deps, client, body.user.id))) {
      await ack({ response_action: 'update', view: settingsRefusedModal(deps.settingsAdmins) });
      return;
    }
    const { channelId, version } = readSettingsMetadata(view.private_metadata);
    const { teamId, enterpriseId } = context;
    const place = { teamId, enterpriseId, channelId };
    const submitted = readSubmittedSettings(view.state.values, rules);
    if (submitted.errors) {
      await ack({ response_action: 'errors', errors: submitted.errors });
      return;
    }
    const before = await settings.read(place);
    if (differingFields(before.settings, submitted.settings).length === 0) {
      await ack();
      return;
    }
    const outcome = await settings.write(place, submitted.settings, body.user.id, version);
    if (outcome === 'written') {
      await ack();
      return;
    }
    const theirs = await settings.read(place);
    const overtakenBy = {
      theirs: theirs.settings,
      differing: differingFields(theirs.settings, submitted.settings),
    };
    const { changed, version: newest } = theirs;
    await ack({
      response_action: 'update',
      view: settingsModal({
        ...{
          channelId,
          version: newest,
          settings: submitted.settings,
          changed,
          rules,
          switchableRules,
          overtakenBy,
        },
      }),
    });
  };
