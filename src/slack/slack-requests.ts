import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, isRawBodyError } from '@slack/bolt';
import type { Logger } from '@slack/web-api';
import { describeError } from './describe-error.ts';
import { createSeenSignatures } from './seen-signatures.ts';
import { MAX_BODY, MAX_UNSIGNED_BODY } from './server-limits.ts';

const { parseAndVerifyHTTPRequest, parseHTTPRequestBody } = HTTPModuleFunctions;

/** Where Slack sends everything. */
export const EVENTS_PATH = '/slack/events';

/** Slack's own advice (docs.slack.dev, verifying requests from Slack), in seconds, before and after. */
const CLOCK_DIFFERENCE_S = 300;

interface Deps {
  readonly signingSecret: string;
  readonly logger?: Pick<Logger, 'warn' | 'error'> | undefined;
}

type Reason = 'unsigned' | 'time-stamp' | 'signature' | 'too large' | 'unreadable';

/** A request that does not get in, with the status that says so. */
class Refusal extends Error {
  readonly status: number;
  readonly reason: Reason;

  constructor(status: number, reason: Reason) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }
}

/**
 * Stands before Bolt's listener. Lets in what Slack signed within the last five minutes and this process has not
 * had yet; Bolt then verifies the same body again. Bolt alone would read 4 MiB from anybody, take any time in the
 * future, take a request twice and quote an unreadable body in the log. What the headers say about the way
 * here (`x-forwarded-…`) counts for nothing.
 */
export function slackRequests({ signingSecret, logger }: Deps, bolt: RequestListener): RequestListener {
  const seen = createSeenSignatures();
  const unanswered = new Set<string>();

  async function admit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const claim = claimOf(request);
    const bodyLimit = claim instanceof Refusal ? MAX_UNSIGNED_BODY : MAX_BODY;
    const body = await verifiedBody(request, { signingSecret, bodyLimit }, claim);
    // Without a signature, and without anything in it; Bolt answers it on the spot.
    if (body.ssl_check !== '1' && !(claim instanceof Refusal)) {
      if (!seen.add(claim)) {
        // One that is not answered yet may come later; of one that was, all is well.
        response.writeHead(unanswered.has(claim) ? 409 : 200).end();
        return;
      }
      unanswered.add(claim);
      response.once('close', () => {
        unanswered.delete(claim);
        // What could not be served, or whose answer did not arrive, may come again.
        if (response.statusCode >= 400 || !response.writableFinished) seen.forget(claim);
      });
    }
    bolt(request, response);
  }

  return (request, response) => {
    const isFromSlack =
      request.method === 'POST' && URL.parse(request.url ?? '', 'http://bot')?.pathname === EVENTS_PATH;
    if (!isFromSlack) return bolt(request, response);
    admit(request, response).catch((error: unknown) => {
      if (error instanceof Refusal) logger?.warn('a request was refused', { reason: error.reason });
      else logger?.error('a request could not be read', describeError(error));
      if (response.headersSent) return;
      response.writeHead(error instanceof Refusal ? error.status : 500, { connection: 'close' }).end();
    });
  };
}

/** The signature that a request claims to have, or why it can have none that holds. */
function claimOf({ headers }: IncomingMessage): string | Refusal {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = headers;
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return new Refusal(401, 'unsigned');
  const difference = Math.abs(Date.now() / 1000 - Number(timestamp));
  if (!(difference <= CLOCK_DIFFERENCE_S)) return new Refusal(401, 'time-stamp');
  // Bolt looks at nothing else of it, so whatever may follow is no part of what is remembered.
  const [, hash = ''] = signature.split('=');
  return /^[0-9a-f]{64}$/.test(hash) ? hash : new Refusal(401, 'signature');
}

interface Verification {
  readonly signingSecret: string;
  readonly bodyLimit: number;
}

/** Reads the body, which Bolt then finds read. Throws Refusal. */
async function verifiedBody(
  request: IncomingMessage,
  verification: Verification,
  claim: string | Refusal,
): Promise<Readonly<Record<string, unknown>>> {
  const tooLarge = claim instanceof Refusal ? claim : new Refusal(413, 'too large');
  if (Number(request.headers['content-length']) > verification.bodyLimit) throw tooLarge;
  const verified = await parseAndVerifyHTTPRequest({ enabled: true, ...verification }, request).catch(
    (error: unknown) => {
      if (!isRawBodyError(error)) throw claim instanceof Refusal ? claim : new Refusal(401, 'signature');
      throw error.statusCode === 413 ? tooLarge : new Refusal(400, 'unreadable');
    },
  );
  const body = parsed(() => parseHTTPRequestBody(verified));
  if (claim instanceof Refusal && body.ssl_check !== '1') throw claim;
  return body;
}

function parsed(read: () => unknown): Readonly<Record<string, unknown>> {
  let body: unknown;
  try {
    body = read();
  } catch {
    // The parser's own message quotes what it could not read.
    throw new Refusal(400, 'unreadable');
  }
  if (typeof body !== 'object' || body === null) throw new Refusal(400, 'unreadable');
  return body as Readonly<Record<string, unknown>>;
}
