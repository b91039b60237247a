import { createServer } from 'node:net';
import type { Config } from '../../config.ts';
import { amiss, type Remark, well } from './remark.ts';

const PATIENCE_MS = 5_000;

/** Whether the bot can listen, or does, and whether what Slack sends to `eventsUrl` gets to it. */
export async function entranceRemarks(
  { slack, store, HOST, PORT }: Config,
  eventsUrl: URL | undefined,
): Promise<Remark[]> {
  const port = await portRemark(HOST, PORT);
  if (eventsUrl === undefined) return [port];
  const needsNone = slack.mode === 'sandbox' || slack.mode === 'socket' || store.ROLE === 'worker';
  if (needsNone) return [port, well('public address', 'none is needed with this configuration')];
  return [port, await addressRemark(eventsUrl)];
}

async function portRemark(host: string, port: number): Promise<Remark> {
  const about = 'port';
  if (port === 0) return well(about, 'any free one; set PORT for an address that stays');
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  const origin = `http://${near.includes(':') ? `[${near}]` : near}:${port}`;
  if ((await answerOf(`${origin}/healthz`))?.text === 'ok\n') {
    const ready = await answerOf(`${origin}/readyz`);
    return ready?.status === 200
      ? well(about, `a bot answers on ${port} and is ready`)
      : amiss(about, `a bot answers on ${port} and is not ready: its database does not answer, or it stops.`);
  }
  const code = await listenOn(host, port);
  if (code === undefined) return well(about, `${port} is free; no bot runs there`);
  if (code === 'EADDRINUSE')
    return amiss(
      about,
      `another program, such as a sandbox, has ${port}. Stop it, or set PORT to another one.`,
    );
  return amiss(about, `nothing can listen on port ${port} of HOST here (${code}). Check HOST and PORT.`);
}

/** The code of what stands against it; `undefined`: nothing does. */
const listenOn = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ host, port }, () => server.close(() => resolve(undefined)));
  });

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** `undefined`: none. */
async function answerOf(url: string | URL, init: RequestInit = {}): Promise<Answer | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}

/** The bot refuses what Slack has not signed, which nobody in front of it does in this way. */
async function addressRemark(eventsUrl: URL): Promise<Remark> {
  const about = 'public address';
  const status = (await answerOf(eventsUrl, { method: 'POST', body: '' }))?.status;
  if (status === 401)
    return well(about, 'a request without a signature is refused there with 401, as the bot does');
  const wanted = 'Let the proxy pass /slack/ on to HOST and PORT as it is';
  if (status === undefined)
    return amiss(about, 'nothing answers there. Check the name, the certificate and the firewall.');
  if (status >= 500)
    return amiss(about, `${status}: the bot does not run, or the proxy does not reach it. ${wanted}.`);
  if (status >= 300 && status < 400)
    return amiss(about, `${status}: it leads elsewhere, and Slack does not follow. ${wanted}.`);
  return amiss(about, `${status} where the bot answers 401: something else answers there. ${wanted}.`);
}
