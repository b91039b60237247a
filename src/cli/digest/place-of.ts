import type { SettingsPlace } from '../../reviews/ports.ts';
import { UsageError } from '../usage-error.ts';

interface Asked {
  readonly channelId: string;
  readonly team: string | undefined;
}

/** The one channel that is meant, of those with that id of which there are reviews. Throws UsageError. */
export function placeOf(found: readonly SettingsPlace[], { channelId, team }: Asked): SettingsPlace {
  if (found.length === 0)
    throw new UsageError(
      `There is no review of channel ${channelId} in this database. Check the id, and that DATABASE_URL or DATA_DIR name the database of the bot.`,
    );
  const names = found.map(nameOf).join(', ');
  const [place, ...others] = team === undefined ? found : found.filter((one) => nameOf(one) === team);
  if (place === undefined)
    throw new UsageError(
      `There is no review of channel ${channelId} in workspace ${team}; there are some in ${names}.`,
    );
  if (others.length > 0)
    throw new UsageError(
      `Channel ${channelId} is there in more than one workspace: ${names}. Say which one with --team.`,
    );
  return place;
}

const nameOf = ({ teamId, enterpriseId }: SettingsPlace): string => teamId ?? enterpriseId ?? 'none';
