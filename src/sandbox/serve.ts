import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SERVER_LIMITS } from '../slack/server-limits.ts';
import { isFromHere } from './loopback.ts';

/** The longest draft with all its escapes and blocks stays far under this, in bytes. */
const MAX_BODY = 1_000_000;

type Handle = (request: IncomingMessage, body: string, response: ServerResponse) => Promise<void> | void;

/**
 * A server for this machine alone: it refuses requests in a foreign name. `handle` gets the body as text;
 * what it throws is answered with 500. Throws what `listen` throws, such as EADDRINUSE.
 */
export async function serve(handle: Handle, { host = '127.0.0.1', port = 0 } = {}) {
  const server = createServer(SERVER_LIMITS, async (request, response) => {
    if (!isFromHere(request))
      return void response.writeHead(403).end('This page is for this machine alone.\n');
    try {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of request) {
        size += chunk.length;
        if (size > MAX_BODY) return void response.writeHead(413).end();
        chunks.push(chunk);
      }
      await handle(request, Buffer.concat(chunks).toString('utf8'), response);
    } catch {
      if (response.headersSent) response.end();
      else response.writeHead(500).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host === '::1' ? '[::1]' : host}:${address.port}`,
    port: address.port,
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
