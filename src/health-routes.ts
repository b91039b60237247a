import type { CustomRoute } from '@slack/bolt';

/** `/readyz`: what a load balancer asks before it sends requests. */
export interface Readiness {
  readonly route: CustomRoute;
  /** From now on the answer is no. */
  turnRed(): void;
}

/** Ready while the store answers and nobody has turned it red. `ready` throws if the store does not. */
export function createReadiness(ready: () => Promise<void>): Readiness {
  let isRed = false;
  return {
    turnRed() {
      isRed = true;
    },
    route: {
      path: '/readyz',
      method: 'GET',
      async handler(_request, response) {
        const answers = await ready().then(
          () => true,
          () => false,
        );
        const isReady = answers && !isRed;
        response.writeHead(isReady ? 200 : 503, { 'content-type': 'text/plain' });
        response.end(isReady ? 'ok\n' : 'not ready\n');
      },
    },
  };
}

/** For a process that takes no requests from Slack; the receivers bring their own. */
export const liveness: CustomRoute = {
  path: '/healthz',
  method: 'GET',
  handler: (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n');
  },
};
