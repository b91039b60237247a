import type { IncomingMessage } from 'node:http';

const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a host to listen on is this machine alone. */
export const isLoopback = (host: string): boolean => ['127.0.0.1', 'localhost', '::1'].includes(host);

/**
 * Whether a request comes from this machine's own page or a program on it. A page of the web that reaches
 * us through the person's browser names another host (a name that was pointed at 127.0.0.1) or its origin.
 */
export function isFromHere({ headers, socket }: IncomingMessage): boolean {
  const hosts = NAMES.map((name) => `${name}:${socket.localPort}`);
  if (!hosts.includes(headers.host ?? '')) return false;
  return headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`);
}
