import type { Installation as BoltInstallation, InstallationStore } from '@slack/bolt';
import type { Erasure } from '../../reviews/erasure.ts';
import type { Installation, Installations } from '../../reviews/installations.ts';
import type { Clock } from '../../reviews/ports.ts';
import type { FreshInstallations } from './fresh-installations.ts';

interface Deps {
  readonly installations: Pick<Installations, 'save'>;
  readonly erasure: Pick<Erasure, 'sweep'>;
  readonly fresh: Pick<FreshInstallations, 'find'>;
  readonly clock: Clock;
}

/**
 * Installations as Bolt asks for them. Bolt never gets to see what a next token is asked with, or it would
 * ask for one itself, at the same time as others.
 */
export const createBoltInstallations = ({
  installations,
  erasure,
  fresh,
  clock,
}: Deps): InstallationStore => ({
  async storeInstallation(installation) {
    // Installed again before what was kept of it the last time is gone: later that would take the new with it.
    await erasure.sweep();
    await installations.save(readInstallation(installation, clock.now()));
  },
  async fetchInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
    const workspace = { teamId: isEnterpriseInstall ? undefined : teamId, enterpriseId };
    const found = await fresh.find(workspace);
    if (found === undefined) throw new Error('the app is not installed here');
    return asBolt(found) as BoltInstallation<'v2', boolean>;
  },
});

/** A bot's access and no more: the app asks for no person's, and would not keep one. */
function readInstallation(
  { team, enterprise, isEnterpriseInstall, appId, bot }: BoltInstallation,
  now: Date,
): Installation {
  if (bot === undefined) throw new Error('Slack gave no access for a bot');
  const { token, refreshToken, expiresAt, scopes, id, userId } = bot;
  const rotation =
    refreshToken === undefined || expiresAt === undefined
      ? undefined
      : { refreshToken, expiresAt: new Date(expiresAt * 1000).toISOString() };
  return {
    teamId: isEnterpriseInstall ? undefined : team?.id,
    enterpriseId: enterprise?.id,
    appId,
    bot: { token, botId: id, userId, scopes, rotation },
    installedAt: now.toISOString(),
  };
}

const asBolt = ({ teamId, enterpriseId, appId, bot }: Installation) => ({
  team: teamId === undefined ? undefined : { id: teamId },
  enterprise: enterpriseId === undefined ? undefined : { id: enterpriseId },
  isEnterpriseInstall: teamId === undefined,
  authVersion: 'v2',
  ...(appId === undefined ? {} : { appId }),
  bot: { token: bot.token, id: bot.botId, userId: bot.userId, scopes: [...bot.scopes] },
  user: { id: '', token: undefined, scopes: undefined },
});
