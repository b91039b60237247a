import { startLoopbackServer } from './loopback-server.ts';

export type Protocol = 'openai-compatible' | 'openai' | 'anthropic';

/** What the server is asked, by whichever protocol. */
export interface Heard {
  readonly protocol: Protocol;
  /** The whole body as it came over the wire. */
  readonly body: string;
  readonly key: string | undefined;
  /** The last message of the user. */
  readonly question: string;
  /** What stands between the tags of the draft. */
  readonly draft: string;
}

/** What it does then. */
export type Reply =
  | { readonly text: string; readonly cutOff?: boolean }
  | { readonly refusal: string }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'silence';

const PATHS: Readonly<Record<string, Protocol>> = {
  '/v1/chat/completions': 'openai-compatible',
  '/v1/responses': 'openai',
  '/v1/messages': 'anthropic',
};

/** A server on this machine that speaks the three protocols; each request is noted. `reply` decides what it says. */
export async function startStubModel(reply: (heard: Heard, nth: number) => Reply | Promise<Reply>) {
  const heard: Heard[] = [];
  const closed: string[] = [];
  const server = await startLoopbackServer(async (request, body, response) => {
    const path = request.url ?? '';
    const protocol = PATHS[path];
    response.on('close', () => response.writableEnded || closed.push(path));
    if (protocol === undefined) return void response.writeHead(404).end('{}');
    const question = lastOf(JSON.parse(body));
    const one: Heard = {
      ...{ protocol, body, question },
      draft: /<draft-(\w+)>\n([\s\S]*?)\n<\/draft-\1>/.exec(question)?.[2] ?? '',
      key: request.headers.authorization ?? (request.headers['x-api-key'] as string | undefined),
    };
    heard.push(one);
    const what = await reply(one, heard.length);
    if (what === 'silence') return;
    if ('status' in what) {
      const error = { type: 'error', error: { type: 'some_error', message: `echo: ${question}` } };
      response.writeHead(what.status, { 'content-type': 'application/json', ...what.headers });
      return void response.end(JSON.stringify(error));
    }
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(SPEAK[protocol](what)));
  });
  return {
    baseUrl: `${server.url}/v1`,
    heard,
    /** Paths of requests that the other side gave up. */
    closed,
    close: server.close,
  };
}

export type StubModel = Awaited<ReturnType<typeof startStubModel>>;

interface Message {
  readonly role: string;
  readonly content: string | readonly { readonly text?: string }[];
}

function lastOf({ messages, input }: { messages?: Message[]; input?: Message[] }): string {
  const last = (messages ?? input ?? []).findLast(({ role }) => role === 'user');
  const content = last?.content ?? '';
  return typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('');
}

type Spoken = Exclude<Reply, 'silence' | { status: number }>;

const SPEAK: Readonly<Record<Protocol, (what: Spoken) => object>> = {
  'openai-compatible': (what) => ({
    ...{ id: 'c1', object: 'chat.completion', created: 1, model: 'stub' },
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: 'text' in what ? what.text : what.refusal },
        finish_reason: 'refusal' in what ? 'content_filter' : what.cutOff ? 'length' : 'stop',
      },
    ],
    usage: { prompt_tokens: 900, completion_tokens: 80, total_tokens: 980 },
  }),
  openai: (what) => ({
    ...{ id: 'r1', object: 'response', created_at: 1, model: 'stub', error: null },
    status: 'text' in what && what.cutOff ? 'incomplete' : 'completed',
    incomplete_details: 'text' in what && what.cutOff ? { reason: 'max_output_tokens' } : null,
    output: [
      {
        ...{ type: 'message', id: 'm1', role: 'assistant', status: 'completed' },
        content: [
          'text' in what
            ? { type: 'output_text', text: what.text, annotations: [] }
            : { type: 'refusal', refusal: what.refusal },
        ],
      },
    ],
    usage: {
      ...{ input_tokens: 900, output_tokens: 80, total_tokens: 980 },
      input_tokens_details: { cached_tokens: 0 },
      output_tokens_details: { reasoning_tokens: 0 },
    },
  }),
  anthropic: (what) => ({
    ...{ id: 'a1', type: 'message', role: 'assistant', model: 'stub', stop_sequence: null },
    content: 'text' in what ? [{ type: 'text', text: what.text }] : [],
    stop_reason: 'refusal' in what ? 'refusal' : what.cutOff ? 'max_tokens' : 'end_turn',
    usage: { input_tokens: 900, output_tokens: 80 },
  }),
};
