import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Rule } from '../../evaluator/rule.ts';
import type { SettingsPlace, SettingsStore } from '../../reviews/ports.ts';
import { openModal } from '../modal.ts';
import { respondPrivately } from '../response-url.ts';
import { mayChangeSettings } from '../settings-permission.ts';
import { settingsModal } from '../views/settings-modal.ts';
import { settingsRefusal } from '../views/settings-refusal.ts';

export interface SettingsDeps {
  readonly settings: SettingsStore;
  /** Slack user ids of people who may, besides the admins of the workspace. */
  readonly settingsAdmins: readonly string[];
  readonly rules: readonly Rule[];
  /** Those that may be switched off. */
  readonly switchableRules: readonly Rule[];
}

export type OpenSettings = (args: SlackCommandMiddlewareArgs & AllMiddlewareArgs) => Promise<void>;

/** `/apology-check settings`: the form, for who may change them; a kind line for everybody else. */
export const createOpenSettings =
  (deps: SettingsDeps): OpenSettings =>
  async ({ ack, command, client, context }) => {
    // At once: asking Slack who this is takes a part of the three seconds that Slack waits.
    await ack();
    const { teamId, enterpriseId } = context;
    const [allowed, form] = await Promise.all([
      mayChangeSettings(deps, client, command.user_id),
      settingsForm(deps, { teamId, enterpriseId, channelId: command.channel_id }),
    ]);
    if (allowed) await openModal(client, command.trigger_id, form);
    else await respondPrivately(command.response_url, settingsRefusal(deps.settingsAdmins));
  };

/** The form with what is in force in a channel. Throws StoreUnavailableError. */
export async function settingsForm(
  { settings, rules, switchableRules }: SettingsDeps,
  place: SettingsPlace,
): Promise<ModalView> {
  const { channelId } = place;
  const { version, settings: inForce, changed } = await settings.read(place);
  return settingsModal({ channelId, version, settings: inForce, changed, rules, switchableRules });
}
