import { createServer, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CustomRoute } from '@slack/bolt';
import { SERVER_LIMITS } from './server-limits.ts';

/** A route whose failure is answered with 500: nobody else would catch what it rejects with, and the process would end. */
export const guardedRoute = (route: CustomRoute): CustomRoute => ({
  ...route,
  handler: async (request, response) => {
    try {
      await route.handler(request, response);
    } catch {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  },
});

/** A server for a few fixed routes, such as `/healthz`; anything else is 404. */
export function createRouteServer(
  unguarded: readonly CustomRoute[],
  limits: Readonly<ServerOptions> = SERVER_LIMITS,
) {
  const routes = unguarded.map(guardedRoute);
  const server = createServer(limits, (request, response) => {
    const pathname = URL.parse(request.url ?? '/', 'http://localhost')?.pathname;
    const route = routes.find(
      ({ path, method }) => path === pathname && [method].flat().includes(request.method ?? ''),
    );
    if (route) route.handler(Object.assign(request, { params: {} }), response);
    else response.writeHead(404).end();
  });
  return {
    /** Resolves to the port. */
    listen: (host: string, port: number): Promise<number> =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ host, port }, () => resolve((server.address() as AddressInfo).port));
      }),
    close: (): Promise<void> =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
