import type { ServerOptions } from 'node:http';

/**
 * How long a server of ours waits for a request, in ms. Slack gives up after three seconds itself, so whoever
 * is slower is not Slack. Node's own limit of 16 KiB for all headers of a request stays.
 */
export const SERVER_LIMITS = {
  headersTimeout: 5_000,
  /** Headers and body together. */
  requestTimeout: 10_000,
  /** How often the two above are looked after. */
  connectionsCheckingInterval: 2_000,
} as const satisfies ServerOptions;

/**
 * The largest signed body that is read, in bytes. A message may have 40,000 characters and comes twice, as text
 * and as blocks; a character may take eight bytes, as `%5Cu4e00`. That is 640 kB, and the rest of the payload is small.
 */
export const MAX_BODY = 1024 * 1024;

/** The largest body without a signature: all that may come without one is Slack's `ssl_check=1`. */
export const MAX_UNSIGNED_BODY = 1024;
