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
  /** It is a login that refuses. */
  readonly wantsLogin: boolean;
}

/** `undefined`: none. */
async function answerOf(url: string | URL, init: RequestInit = {}): Promise<Answer | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    const wantsLogin = response.headers.has('www-authenticate');
    return { status: response.status, text: await response.text(), wantsLogin };
  } catch {
    return undefined;
  }
}

/** The bot refuses with 401 what Slack has not signed, and asks for no login. */
async function addressRemark(eventsUrl: URL): Promise<Remark> {
  const about = 'public address';
  const answer = await answerOf(eventsUrl, { method: 'POST', body: '' });
  if (answer === undefined)
    return amiss(about, 'nothing answers there. Check the name, the certificate and the firewall.');
  const { status, wantsLogin } = answer;
  if (status === 401 && !wantsLogin)
    return well(about, 'a request without a signature is refused there with 401, as the bot does');
  return amiss(
    about,
    `${status}: ${whoAnswers(answer)}. Let the proxy pass /slack/ on to HOST and PORT as it is.`,
  );
}

function whoAnswers({ status, wantsLogin }: Answer): string {
  if (wantsLogin) return 'something asks for a login there, which Slack does not have';
  if (status >= 500) return 'the bot does not run, or the proxy does not reach it';
  if (status >= 300 && status < 400) return 'it leads elsewhere';
  return 'something else answers where the bot would with 401';
}
