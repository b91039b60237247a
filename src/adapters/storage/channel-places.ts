import type { Kysely } from 'kysely';
import type { SettingsPlace } from '../../reviews/ports.ts';
import { orUnavailable } from './or-unavailable.ts';
import type { Tables } from './schema.ts';

/**
 * The workspaces in which a channel of this id has reviews, in the order of their ids: Slack's ids of channels
 * are only said to be unique within one. Throws StoreUnavailableError.
 */
export const createChannelPlaces =
  (db: Kysely<Tables>) =>
  async (channelId: string): Promise<readonly SettingsPlace[]> => {
    const ofChannel = db.selectFrom('reviews').where('channel_id', '=', channelId).distinct();
    const teams = await orUnavailable(ofChannel.select('team_id').orderBy('team_id').execute());
    const inTeams = teams.flatMap(({ team_id: teamId }) =>
      teamId === null ? [] : [{ teamId, enterpriseId: undefined, channelId }],
    );
    if (inTeams.length === teams.length) return inTeams;
    const organisations = await orUnavailable(
      ofChannel.select('enterprise_id').where('team_id', 'is', null).orderBy('enterprise_id').execute(),
    );
    const inOrganisations = organisations.map(({ enterprise_id: enterpriseId }) => ({
      teamId: undefined,
      enterpriseId: enterpriseId ?? undefined,
      channelId,
    }));
    return [...inTeams, ...inOrganisations];
  };
