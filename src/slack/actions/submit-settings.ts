import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { differingFields } from '../../reviews/channel-settings.ts';
import type { SettingsDeps } from '../commands/open-settings.ts';
import { settingsBlocks } from '../ids.ts';
import { mayChangeSettingsNow } from '../settings-permission.ts';
import { settingsModal } from '../views/settings-modal.ts';
import { readSettingsMetadata, readSubmittedSettings } from './submitted-settings.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

const NOT_ANY_MORE =
  'These settings are in the hands of the admins and owners of this workspace, and you are not one of them any more, so I have saved nothing. What you typed is still here to copy.';

/**
 * Saves the settings of a channel, for somebody who may change them at this moment. Where somebody else saved others meanwhile, the form stays with what
 * was typed, shows what holds now, and saves over it only when it is sent again.
 */
export const onSubmitSettings =
  ({ settings, settingsAdmins, rules, switchableRules }: SettingsDeps) =>
  async ({ ack, body, view, client, context }: Args): Promise<void> => {
    const { channelId, version } = readSettingsMetadata(view.private_metadata);
    const { teamId, enterpriseId } = context;
    const place = { teamId, enterpriseId, channelId };
    const submitted = readSubmittedSettings(view.state.values, rules);
    if (submitted.errors) {
      await ack({ response_action: 'errors', errors: submitted.errors });
      return;
    }
    if (!(await mayChangeSettingsNow({ settingsAdmins }, client, body.user.id))) {
      await ack({ response_action: 'errors', errors: { [settingsBlocks.channel]: NOT_ANY_MORE } });
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
