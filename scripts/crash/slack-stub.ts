import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { type FromStub, type Post, stubOptions, toStub } from './stub-words.ts';

// A Slack in a process of its own, so that it outlives the bot that is killed. It keeps every chat.postMessage
// with the review it is about, and hands commands to whoever is connected by Socket Mode.

const { delayMs, honour, history } = stubOptions.parse(JSON.parse(process.argv[2] ?? '{}'));
const metadata = z.object({
  event_type: z.string(),
  event_payload: z.object({ review_id: z.string() }),
});

const posts: Post[] = [];
/** The message that stands for a `client_msg_id`. */
const standing = new Map<string, string>();
let calls = 0;
let inFlight = 0;
let mostInFlight = 0;
let socket: WebSocket | undefined;

const tell = (words: FromStub): void => void process.send?.(words);

function post(params: URLSearchParams): object {
  const { event_type: part, event_payload: about } = metadata.parse(
    JSON.parse(params.get('metadata') ?? '{}'),
  );
  calls += 1;
  const clientId = params.get('client_msg_id') ?? '';
  const known = honour ? standing.get(clientId) : undefined;
  if (known !== undefined) return { ok: true, ts: known };
  const ts = `1.${String(posts.length + 1).padStart(6, '0')}`;
  standing.set(clientId, ts);
  posts.push({ id: about.review_id, part, thread: params.get('thread_ts') ?? '', ts, at: Date.now() });
  return { ok: true, ts };
}

/** What the bot may find of its own. */
function found(params: URLSearchParams): object {
  if (!history) return { ok: false, error: 'missing_scope' };
  const messages = posts
    .filter(({ thread }) => thread === (params.get('ts') ?? ''))
    .map(({ id, part, ts }) => ({ ts, metadata: { event_type: part, event_payload: { review_id: id } } }));
  return { ok: true, messages };
}

function answerTo(method: string, params: URLSearchParams): object {
  switch (method) {
    case 'auth.test':
      return { ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T0CRASH' };
    case 'apps.connections.open':
      return { ok: true, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link` };
    case 'conversations.history':
    case 'conversations.replies':
      return found(params);
    case 'chat.postMessage':
      return post(params);
    default:
      return { ok: true };
  }
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const method = (request.url ?? '').replace(/^\/api\//, '');
  const params = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const isPost = method === 'chat.postMessage';
  if (isPost) mostInFlight = Math.max(mostInFlight, ++inFlight);
  // A message stands at some moment while the caller waits, so that a kill may fall before or after.
  await delay((isPost ? delayMs : 0) / 2);
  const answer = answerTo(method, params);
  await delay((isPost ? delayMs : 0) / 2);
  if (isPost) inFlight -= 1;
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
});

new WebSocketServer({ server }).on('connection', (connected) => {
  socket = connected;
  connected.on('message', (data) => {
    const { envelope_id: id } = z.object({ envelope_id: z.string() }).parse(JSON.parse(data.toString()));
    tell({ kind: 'acknowledged', id });
  });
  connected.on('error', () => undefined);
  connected.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
});

process.on('message', (message) => {
  const words = toStub.parse(message);
  if (words.kind === 'report') tell({ kind: 'report', posts: posts.slice(words.from), calls, mostInFlight });
  else if (socket?.readyState === 1)
    socket.send(
      JSON.stringify({
        envelope_id: words.id,
        type: 'slash_commands',
        accepts_response_payload: true,
        payload: words.payload,
      }),
    );
});
process.on('disconnect', () => process.exit());

server.listen(0, '127.0.0.1', () => {
  tell({ kind: 'listening', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` });
});
