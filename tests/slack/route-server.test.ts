import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRouteServer } from '../../src/slack/route-server.ts';
import { rawRequest } from '../support/raw-request.ts';

const limits = { headersTimeout: 100, requestTimeout: 100, connectionsCheckingInterval: 20 };
const server = createRouteServer(
  [
    { path: '/healthz', method: ['GET', 'HEAD'], handler: (_request, response) => void response.end('ok') },
    { path: '/broken', method: 'GET', handler: () => Promise.reject(new Error('it broke')) },
  ],
  limits,
);
let url: string;
beforeAll(async () => {
  url = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`;
});
afterAll(() => server.close());

test('a route answers its path and method, everything else is not found', async () => {
  expect(await (await fetch(`${url}/healthz?now`)).text()).toBe('ok');
  expect((await fetch(`${url}/healthz`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${url}/other`)).status).toBe(404);
});

test('a route that fails is answered with 500, and the server goes on', async () => {
  expect((await fetch(`${url}/broken`)).status).toBe(500);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test.each([
  ['an address that is none', 'GET // HTTP/1.1\r\nhost: bot\r\nconnection: close\r\n\r\n', /^HTTP\/1.1 404 /],
  ['what is no request', 'frobnicate\r\n\r\n', /^HTTP\/1.1 400 /],
  [
    'headers without end',
    `GET /healthz HTTP/1.1\r\nhost: bot\r\nx: ${'y'.repeat(20_000)}`,
    /^HTTP\/1.1 431 /,
  ],
  ['headers that come slowly', 'GET /healthz HTTP/1.1\r\nx: ', /^HTTP\/1.1 408 /],
])('%s ends nothing but its connection', async (_, bytes, answer) => {
  expect(await rawRequest(url, bytes)).toMatch(answer);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});
