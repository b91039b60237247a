import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Rule } from '../../evaluator/rule.ts';
import type { SettingsStore } from '../../reviews/ports.ts';
import { openModal } from '../modal.ts';
import { respondPrivately } from '../response-url.ts';
import { settingsModal } from '../views/settings-modal.ts';
import { settingsRefusal } from '../views/settings-refusal.ts';
import { isWorkspaceAdmin } from '../workspace-admins.ts';

export interface SettingsDeps {
  readonly settings: SettingsStore;
  /** Slack user ids of people who may, besides the admins of the workspace. */
  readonly settingsAdmins: readonly string[];
  /** Those that may be switched off. */
  readonly switchableRules: readonly Rule[];
}

export type OpenSettings = (args: SlackCommandMiddlewareArgs & AllMiddlewareArgs) => Promise<void>;

/** `/apology-check settings`: the form, for who may change them; a kind line for everybody else. */
export const createOpenSettings =
  ({ settings, settingsAdmins, switchableRules: rules }: SettingsDeps): OpenSettings =>
  async ({ ack, command, client, context }) => {
    // At once: asking Slack who this is takes a part of the three seconds that Slack waits.
    await ack();
    const { teamId, enterpriseId } = context;
    const channelId = command.channel_id;
    const [allowed, { version, settings: inForce, changed }] = await Promise.all([
      settingsAdmins.includes(command.user_id) || isWorkspaceAdmin(client, command.user_id),
      settings.read({ teamId, enterpriseId, channelId }),
    ]);
    if (!allowed) {
      await respondPrivately(command.response_url, settingsRefusal(settingsAdmins));
      return;
    }
    await openModal(
      client,
      command.trigger_id,
      settingsModal({ channelId, version, settings: inForce, changed, rules }),
    );
  };
