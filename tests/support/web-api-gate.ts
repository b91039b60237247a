import type { ServerResponse } from 'node:http';
import { startLoopbackServer } from './loopback-server.ts';

export interface ApiCall {
  readonly method: string;
  /** Parameters; those that Slack takes as JSON are parsed. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads any parameter of any method
  readonly params: Readonly<Record<string, any>>;
  readonly token: string;
}

/** Slack's answer in place of the real one: an error code, or a status with its headers. */
export interface Refusal {
  /** `hang`: never answers. `stall`: begins an answer and never ends it. `drop`: cuts the connection. */
  readonly trouble?: 'hang' | 'stall' | 'drop';
  /** Slack does what it is asked, and then answers like this. */
  readonly afterwards?: boolean;
  readonly error?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const JSON_PARAMS = new Set(['blocks', 'metadata', 'view', 'attachments']);

/**
 * Stands in front of the local Slack: notes every Web API call and can answer one with an error that
 * the real Slack gives and the local one cannot.
 */
export async function startWebApiGate(upstream: string) {
  const calls: ApiCall[] = [];
  const refusals = new Map<string, (Refusal | 'pass')[]>();
  const answers = new Map<string, object>();
  const given = new Map<string, unknown[]>();
  const swallowed = new Set<string>();
  const server = await startLoopbackServer(async (request, body, response) => {
    const method = (request.url ?? '').replace(/^\/api\//, '');
    const authorization = request.headers.authorization ?? '';
    calls.push({ method, params: paramsOf(body), token: authorization.replace(/^Bearer /, '') });
    if (swallowed.has(method)) return;
    const contentType = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
    const ask = () =>
      fetch(`${upstream}${request.url}`, {
        method: 'POST',
        headers: { 'content-type': contentType, authorization },
        body,
      });
    const refusal = refusals.get(method)?.shift();
    if (refusal && refusal !== 'pass') {
      if (refusal.afterwards) await ask();
      refuse(response, refusal);
      return;
    }
    const answered = answers.get(method);
    if (answered) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answered));
      return;
    }
    const answer = await ask();
    const text = await answer.text();
    given.set(method, [...(given.get(method) ?? []), JSON.parse(text)]);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
  return {
    close: server.close,
    slackApiUrl: `${server.url}/api/`,
    /** The calls of a method, or all. */
    calls: (method?: string): readonly ApiCall[] =>
      calls.filter((call) => method === undefined || call.method === method),
    /** The first call of a method after the first `already` ones; throws when none comes within two seconds. */
    async nextCall(method: string, already: number): Promise<ApiCall> {
      for (const end = Date.now() + 2000; Date.now() < end; ) {
        const call = calls.filter((made) => made.method === method)[already];
        if (call) return call;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error(`nobody called ${method}`);
    },
    /** What the local Slack answered, in order; refusals of ours are not among it. */
    given: (method: string): readonly unknown[] => given.get(method) ?? [],
    /** What a method answers in place of the local Slack, from now on; `undefined`: the local Slack again. */
    answer: (method: string, body: object | undefined): void => {
      if (body === undefined) answers.delete(method);
      else answers.set(method, body);
    },
    /** Calls of a method get no answer at all, until the returned function is called; those before it never do. */
    swallow(method: string): () => void {
      swallowed.add(method);
      return () => void swallowed.delete(method);
    },
    /** The next calls of a method are refused, one refusal each; `pass` lets one through. */
    refuse: (method: string, ...next: (Refusal | 'pass')[]): void => {
      refusals.set(method, [...(refusals.get(method) ?? []), ...next]);
    },
  };
}

export type WebApiGate = Awaited<ReturnType<typeof startWebApiGate>>;

function refuse(response: ServerResponse, { trouble, error, status = 200, headers = {} }: Refusal): void {
  if (trouble === 'hang') return;
  if (trouble === 'drop') return void response.destroy();
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  if (trouble === 'stall') response.write('{');
  else response.end(JSON.stringify({ ok: false, error }));
}

function paramsOf(body: string): ApiCall['params'] {
  const entries = [...new URLSearchParams(body)].map(([name, value]) => [
    name,
    JSON_PARAMS.has(name) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(entries);
}
