import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { BotAccess } from '../../reviews/installations.ts';
import type { Clock } from '../../reviews/ports.ts';

export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * Asks Slack for the next token of a bot, once: whether a request that failed was carried out nobody knows,
 * and a second one with the same words might be refused.
 */
export function createExchangeToken(
  { clientId, clientSecret }: AppCredentials,
  options: WebClientOptions,
  clock: Clock,
) {
  const client = new WebClient(undefined, { ...options, retryConfig: { retries: 0 } });
  return async (bot: BotAccess): Promise<BotAccess> => {
    const answer = await client.oauth.v2.access({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
      refresh_token: bot.rotation?.refreshToken ?? '',
    });
    const { access_token: token, refresh_token: refreshToken, expires_in: seconds } = answer;
    if (token === undefined || refreshToken === undefined || seconds === undefined)
      throw new Error('Slack renewed a token and gave none');
    const expiresAt = new Date(clock.now().getTime() + seconds * 1000).toISOString();
    return { ...bot, token, rotation: { refreshToken, expiresAt } };
  };
}
