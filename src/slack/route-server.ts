import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CustomRoute } from '@slack/bolt';

/** A server for a few fixed routes, such as `/healthz`; anything else is 404. */
export function createRouteServer(routes: readonly CustomRoute[]) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
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
