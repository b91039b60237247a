import type { Logger } from '@slack/web-api';
import type { Erasure } from '../../reviews/erasure.ts';
import type { Installations, UsedLinks } from '../../reviews/installations.ts';
import type { Clock } from '../../reviews/ports.ts';
import type { Access } from '../access.ts';
import { isPassing, notInstalled, slackCode } from '../cannot-post.ts';
import { clientOptions, type SlackEndpoint } from '../client-options.ts';
import { describeError } from '../describe-error.ts';
import { quietLogger } from '../quiet-logger.ts';
import type { InstallOptions } from '../receivers.ts';
import { createBoltInstallations } from './bolt-installations.ts';
import { type AppCredentials, createExchangeToken } from './exchange-token.ts';
import { createFreshInstallations } from './fresh-installations.ts';
import { createInstallState } from './install-state.ts';
import { installerPages } from './installer-pages.ts';
import { BOT_SCOPES } from './scopes.ts';

interface Deps extends AppCredentials, SlackEndpoint {
  /** Signs the links that installing goes on with; the same for every process. */
  readonly stateSecret: string;
  readonly installations: Installations;
  readonly usedLinks: UsedLinks;
  readonly erasure: Pick<Erasure, 'sweep'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Many workspaces, into which people install the app by OAuth v2. */
export function createOAuth(deps: Deps): Access & { readonly install: InstallOptions } {
  const { clientId, clientSecret, stateSecret, installations, usedLinks, clock, slackApiUrl } = deps;
  const logger = quietLogger(deps.logger);
  const fresh = createFreshInstallations({
    installations,
    exchange: createExchangeToken(deps, { ...clientOptions(deps), logger }, clock),
    clock,
    onError: (error) => logger.error('a token could not be renewed', describeError(error)),
  });
  const scopes = Object.keys(BOT_SCOPES);
  return {
    install: {
      clientId,
      clientSecret,
      scopes,
      installationStore: createBoltInstallations({ ...deps, fresh }),
      installerOptions: {
        ...installerPages,
        stateStore: createInstallState(stateSecret, usedLinks, { scopes }),
        clientOptions: clientOptions(deps),
        ...(slackApiUrl === undefined
          ? {}
          : { authorizationUrl: new URL('/oauth/v2/authorize', slackApiUrl).href }),
      },
    },
    async tokenFor(workspace) {
      try {
        const found = await fresh.find(workspace);
        if (found === undefined) throw notInstalled('not_installed');
        return found.bot.token;
      } catch (error) {
        const code = slackCode(error);
        throw code === undefined || isPassing(code) ? error : notInstalled(code, error);
      }
    },
    settled: fresh.settled,
  };
}
