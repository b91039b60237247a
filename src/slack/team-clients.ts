import { type Logger, WebClient } from '@slack/web-api';
import type { Workspace } from '../reviews/ports.ts';
import type { Access } from './access.ts';
import { clientOptions, type SlackEndpoint } from './client-options.ts';
import { quietLogger } from './quiet-logger.ts';

interface Deps extends SlackEndpoint {
  /** As of `Access`: where it throws CannotPostError the person is answered through response_url. */
  readonly tokenFor: Access['tokenFor'];
  readonly logger?: Logger;
}

/** A client is some 30 KB of bound methods, and quickly made. Those that were used last are kept. */
const MOST = 100;

/** A Web API client for each workspace, made anew when its token has changed, never shared between two. */
export function createTeamClients({ tokenFor, logger, ...endpoint }: Deps) {
  const clients = new Map<string, WebClient>();
  const clientOf = (team: Workspace, token: string): WebClient =>
    new WebClient(token, {
      ...clientOptions(endpoint),
      ...(team.teamId === undefined ? {} : { teamId: team.teamId }),
      ...(logger ? { logger: quietLogger(logger) } : {}),
    });
  return async (team: Workspace): Promise<WebClient> => {
    const key = JSON.stringify([team.enterpriseId, team.teamId]);
    const token = await tokenFor(team).catch((error: unknown) => {
      // Not even in memory a token stays of a workspace that the app is no longer in.
      clients.delete(key);
      throw error;
    });
    const known = clients.get(key);
    const client = known?.token === token ? known : clientOf(team, token);
    // The one that was used last stands last.
    clients.delete(key);
    clients.set(key, client);
    const [oldest] = clients.keys();
    if (clients.size > MOST && oldest !== undefined) clients.delete(oldest);
    return client;
  };
}

export type ClientFor = ReturnType<typeof createTeamClients>;
