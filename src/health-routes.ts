import type { CustomRoute } from '@slack/bolt';

/** Whether the store answers: what a load balancer asks before it sends requests. `ready` throws if it does not. */
export const readiness = (ready: () => Promise<void>): CustomRoute => ({
  path: '/readyz',
  method: 'GET',
  async handler(_request, response) {
    const isReady = await ready().then(
      () => true,
      () => false,
    );
    response.writeHead(isReady ? 200 : 503, { 'content-type': 'text/plain' });
    response.end(isReady ? 'ok\n' : 'not ready\n');
  },
});

/** For a process that takes no requests from Slack; the receivers bring their own. */
export const liveness: CustomRoute = {
  path: '/healthz',
  method: 'GET',
  handler: (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n');
  },
};
