import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { PrivateScreens } from './private-screens.ts';
import { serve } from './serve.ts';
import type { Traffic } from './traffic.ts';

/** Slack's limits of a response_url (docs.slack.dev, handling user interaction). */
const USES = 5;
const LIFETIME_MS = 30 * 60_000;

const deletion = z.looseObject({ delete_original: z.literal(true) });
const okay = z.looseObject({ ok: z.literal(true), view: z.unknown().optional() });

interface Deps {
  /** Address of the local Slack. */
  readonly upstream: string;
  readonly screens: PrivateScreens;
  /** Who was given a trigger id. */
  readonly userOf: (triggerId: string) => string | undefined;
  readonly traffic: Pick<Traffic, 'noteFromBot'>;
  readonly changed: () => void;
}

/**
 * What the bot takes for Slack: passes its Web API calls on to the local Slack, catches what that keeps
 * nowhere (private messages, opened forms), and serves the response_urls that the local Slack lacks.
 */
export async function startSlackFront({ upstream, screens, userOf, traffic, changed }: Deps) {
  const responseUrls = new Map<
    string,
    { userId: string; ts?: string | undefined; uses: number; until: number }
  >();

  function respond(path: string, body: string, response: ServerResponse): void {
    const entry = responseUrls.get(path);
    if (!entry || entry.uses >= USES || Date.now() > entry.until) {
      const refusal = JSON.stringify({ ok: false, error: entry ? 'used_url' : 'expired_url' });
      traffic.noteFromBot('response_url', body, 404, refusal);
      response.writeHead(404).end(refusal);
      return;
    }
    traffic.noteFromBot('response_url', body, 200, 'ok');
    entry.uses += 1;
    const answer: unknown = JSON.parse(body);
    if (deletion.safeParse(answer).success) screens.remove(entry.userId, entry.ts ?? '');
    else screens.show(entry.userId, answer);
    response.writeHead(200).end('ok');
  }

  async function passOn(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const { authorization = '', 'content-type': contentType = '' } = request.headers;
    const answer = await fetch(upstream + request.url, {
      method: 'POST',
      headers: { authorization, 'content-type': contentType },
      body,
    });
    const text = await answer.text();
    const method = (request.url ?? '').replace('/api/', '');
    traffic.noteFromBot(method, body, answer.status, text);
    notice(method, new URLSearchParams(body), text);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  }

  function notice(method: string, params: URLSearchParams, answer: string): void {
    const result = okay.safeParse(JSON.parse(answer));
    if (!result.success) return;
    const opener = userOf(params.get('trigger_id') ?? '');
    if (method === 'views.open' && opener !== undefined) screens.open(opener, result.data.view);
    if (method === 'views.push' && opener !== undefined) screens.push(opener, result.data.view);
    if (method === 'views.update') screens.redraw(result.data.view);
    if (method === 'views.publish') screens.publish(params.get('user_id') ?? '', result.data.view);
    if (method === 'chat.postEphemeral') {
      const blocks: unknown = JSON.parse(params.get('blocks') ?? '[]');
      const thread = params.get('thread_ts');
      const place = thread === null ? {} : { thread_ts: thread };
      screens.show(params.get('user') ?? '', { text: params.get('text') ?? '', blocks, ...place });
    }
    changed();
  }

  const server = await serve((request, body, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/response/')) return respond(path, body, response);
    if (path.startsWith('/api/') && request.method === 'POST') return passOn(request, body, response);
    response.writeHead(404).end();
  });

  return {
    close: server.close,
    slackApiUrl: `${server.url}/api/`,
    /** A way back to this person alone; `ts` is the private message whose button it comes from. */
    createResponseUrl(userId: string, ts?: string): string {
      const path = `/response/${randomUUID()}`;
      responseUrls.set(path, { userId, ts, uses: 0, until: Date.now() + LIFETIME_MS });
      return server.url + path;
    },
  };
}

export type SlackFront = Awaited<ReturnType<typeof startSlackFront>>;
