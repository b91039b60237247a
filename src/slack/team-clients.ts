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

/** A Web API client for each workspace, made anew when its token has changed, never shared between two. */
export function createTeamClients({ tokenFor, logger, ...endpoint }: Deps) {
  const clients = new Map<string, WebClient>();
  return async (team: Workspace): Promise<WebClient> => {
    const key = JSON.stringify([team.enterpriseId, team.teamId]);
    const token = await tokenFor(team).catch((error: unknown) => {
      // Not even in memory a token stays of a workspace that the app is no longer in.
      clients.delete(key);
      throw error;
    });
    const known = clients.get(key);
    if (known?.token === token) return known;
    const client = new WebClient(token, {
      ...clientOptions(endpoint),
      ...(team.teamId === undefined ? {} : { teamId: team.teamId }),
      ...(logger ? { logger: quietLogger(logger) } : {}),
    });
    clients.set(key, client);
    return client;
  };
}

export type ClientFor = ReturnType<typeof createTeamClients>;
