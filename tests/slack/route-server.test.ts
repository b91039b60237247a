import { expect, test } from 'vitest';
import { createRouteServer } from '../../src/slack/route-server.ts';

test('a route answers its path and method, everything else is not found', async () => {
  const server = createRouteServer([
    { path: '/healthz', method: ['GET', 'HEAD'], handler: (_request, response) => void response.end('ok') },
  ]);
  const url = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`;
  expect(await (await fetch(`${url}/healthz?now`)).text()).toBe('ok');
  expect((await fetch(`${url}/healthz`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${url}/other`)).status).toBe(404);
  await server.close();
});
