import type { KnownBlock } from '@slack/types';
import { startLoopbackServer } from './loopback-server.ts';

/** What somebody was shown through a response_url. */
export interface Shown {
  readonly response_type?: string;
  readonly replace_original?: boolean;
  readonly delete_original?: boolean;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** Slack's response_urls: each takes five uses, then it is used up, and any can be made to have expired. */
export async function startResponseUrls() {
  const shown = new Map<string, Shown[]>();
  const refusals = new Map<string, { status: number; body: string }[]>();
  let count = 0;
  const server = await startLoopbackServer((request, body, response) => {
    const path = request.url ?? '';
    const uses = shown.get(path);
    const refusal = refusals.get(path)?.shift();
    if (refusal) response.writeHead(refusal.status).end(refusal.body);
    else if (!uses) response.writeHead(404).end('{"ok":false,"error":"expired_url"}');
    else if (uses.length >= 5) response.writeHead(404).end('{"ok":false,"error":"used_url"}');
    else {
      uses.push(JSON.parse(body) as Shown);
      response.writeHead(200).end('ok');
    }
  });
  return {
    ...server,
    create(): string {
      const path = `/commands/${++count}`;
      shown.set(path, []);
      return server.url + path;
    },
    urls: (): readonly string[] => [...shown.keys()].map((path) => server.url + path),
    /** Everything that was shown, in order, by this URL or by all. */
    shown(url?: string): readonly Shown[] {
      return url === undefined ? [...shown.values()].flat() : (shown.get(new URL(url).pathname) ?? []);
    },
    expire: (url: string) => shown.delete(new URL(url).pathname),
    refuseOnce: (url: string, status: number, body: string) =>
      refusals.set(new URL(url).pathname, [...(refusals.get(new URL(url).pathname) ?? []), { status, body }]),
  };
}

export type ResponseUrls = Awaited<ReturnType<typeof startResponseUrls>>;
