import { commands } from '../slack/ids.ts';
import type { Act, DriverOptions } from './slack-driver.ts';

/** What Slack sends when somebody types `/apology-check text`: as a form over HTTP, as an object over Socket Mode. */
export const commandPayload = (
  text: string,
  { user, channel, triggerId, responseUrl }: Act,
  { team, appId }: Pick<DriverOptions, 'team' | 'appId'>,
) => ({
  token: 'unused',
  team_id: team.id,
  team_domain: team.domain,
  channel_id: channel.id,
  channel_name: channel.name,
  user_id: user.id,
  user_name: user.name,
  command: commands.apologyCheck,
  text,
  api_app_id: appId,
  is_enterprise_install: 'false',
  response_url: responseUrl,
  trigger_id: triggerId,
});
