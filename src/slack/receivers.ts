import type { ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CustomRoute,
  ErrorCode,
  HTTPReceiver,
  type HTTPReceiverOptions,
  type Receiver,
  SocketModeReceiver,
} from '@slack/bolt';
import type { Logger } from '@slack/web-api';
import { acknowledgeEventsLate } from './acknowledge-events-late.ts';
import { clientOptions, type SlackEndpoint } from './client-options.ts';
import { quietLogger } from './quiet-logger.ts';
import { createRouteServer, guardedRoute } from './route-server.ts';
import { SERVER_LIMITS } from './server-limits.ts';
import { EVENTS_PATH, slackRequests } from './slack-requests.ts';

/** Where Slack's requests come in. */
export interface SlackReceiver {
  readonly receiver: Receiver;
  /** Resolves to the port it listens on. Call it after the app is initialised. */
  start(): Promise<number>;
  /** Takes no new requests. Does not wait for listeners that run. */
  stop(): Promise<void>;
}

interface Listening extends SlackEndpoint {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Besides `/healthz`. */
  readonly routes?: readonly CustomRoute[];
  /** How long it waits for requests, and the like; unset: `server-limits.ts`. */
  readonly limits?: Readonly<ServerOptions>;
  readonly logger?: Logger;
}

/** What installing by OAuth needs; see Bolt's HTTPReceiver. */
export type InstallOptions = Pick<
  HTTPReceiverOptions,
  | 'clientId'
  | 'clientSecret'
  | 'stateSecret'
  | 'redirectUri'
  | 'scopes'
  | 'installationStore'
  | 'installerOptions'
>;

export interface HttpOptions extends Listening {
  readonly signingSecret: string;
  readonly install?: InstallOptions | undefined;
}

export interface SocketOptions extends Listening {
  readonly appToken: string;
}

/** The longest pause before Slack is asked for a connection once more, in ms. */
const RECONNECT_PAUSE_MS = 10_000;

/** Alive, which says nothing about Slack or the store. */
const health: CustomRoute = {
  path: '/healthz',
  method: 'GET',
  handler: (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n');
  },
};

const isForNobody = (error: Error): boolean =>
  'code' in error && error.code === ErrorCode.HTTPReceiverDeferredRequestError;

/** Signed requests at `/slack/events`, each once. */
export function createHttpReceiver(options: HttpOptions): SlackReceiver {
  const { signingSecret, host, port, routes = [], limits = SERVER_LIMITS, install = {} } = options;
  const logger = options.logger && quietLogger(options.logger);
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    customRoutes: [health, ...routes].map(guardedRoute),
    // Bolt would log each address that somebody tries, with what stands behind its question mark.
    dispatchErrorHandler: ({ error, response }) =>
      void response.writeHead(isForNobody(error) ? 404 : 400).end(),
    ...(logger ? { logger } : {}),
    ...install,
  });
  receiver.requestListener = slackRequests({ signingSecret, logger }, receiver.requestListener);
  return {
    receiver: acknowledgeEventsLate(receiver),
    async start() {
      const server = await receiver.start({ host, port }, limits);
      return (server.address() as AddressInfo).port;
    },
    stop: () => receiver.stop(),
  };
}

/**
 * A connection that we open to Slack. Its routes have a server of their own, because the receiver's
 * would listen on every interface.
 */
export function createSocketReceiver(options: SocketOptions): SlackReceiver {
  const { appToken, host, port, routes = [], limits = SERVER_LIMITS, logger } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    ...(logger ? { logger: quietLogger(logger) } : {}),
    installerOptions: {
      clientOptions: {
        ...clientOptions(options),
        // Slack may be out of reach for hours; a pause between two tries may not, or nobody is answered after it.
        retryConfig: { forever: true, factor: 1.3, maxTimeout: RECONNECT_PAUSE_MS },
        rejectRateLimitedCalls: false,
      },
    },
  });
  const server = createRouteServer([health, ...routes], limits);
  return {
    receiver: acknowledgeEventsLate(receiver),
    async start() {
      await receiver.start();
      return server.listen(host, port);
    },
    async stop() {
      await receiver.stop();
      await server.close();
    },
  };
}
