import { createHmac } from 'node:crypto';
import { createSlackDriver, type DriverOptions, type SlackDriver } from '../../src/sandbox/slack-driver.ts';
import { startLoopbackServer } from './loopback-server.ts';

/** A request of Slack's as somebody on its way would have it. */
export interface Caught {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The headers of a body that is signed at this time, in seconds since 1970 as text. */
export const signedAt = (timestamp: string, body: string, secret: string) => ({
  'x-slack-request-timestamp': timestamp,
  'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
});

const KEPT = ['content-type', 'x-slack-signature', 'x-slack-request-timestamp'];

/** Sends with a driver and keeps the request instead of letting it arrive. */
export async function startCatching(options: Omit<DriverOptions, 'eventsUrl'>) {
  let last: Caught | undefined;
  const server = await startLoopbackServer((request, body, response) => {
    last = {
      headers: Object.fromEntries(KEPT.map((name) => [name, String(request.headers[name] ?? '')])),
      body,
    };
    response.end();
  });
  const driver = createSlackDriver({ ...options, eventsUrl: server.url });
  return {
    close: server.close,
    async catch(send: (driver: SlackDriver) => Promise<Response>): Promise<Caught> {
      await send(driver);
      if (!last) throw new Error('nothing was sent');
      return last;
    },
  };
}
