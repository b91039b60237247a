import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { nowMs } from './statistics.ts';

// A Slack that agrees to everything, in a process of its own: at once, or after as many ms as its argument
// says. Tells its parent process the id and the time, in ms, of every reply that is posted into a thread.

const metadata = z.object({ event_payload: z.object({ review_id: z.string() }) });
const delayMs = Number(process.argv[2] ?? 0);
let count = 0;

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const at = nowMs();
  if (delayMs > 0) await delay(delayMs);
  const params = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const answer = request.url?.endsWith('auth.test')
    ? { ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T0BENCH' }
    : { ok: true, ts: `1.${String(++count).padStart(6, '0')}` };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  if (!params.has('thread_ts')) return;
  const { event_payload: payload } = metadata.parse(JSON.parse(params.get('metadata') ?? ''));
  process.send?.({ id: payload.review_id, at });
});

server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` });
});
