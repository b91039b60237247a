import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { serve } from './serve.ts';
import type { Workspace } from './workspace.ts';

const as = z.string();
const values = z.record(z.string(), z.record(z.string(), z.unknown()));
const requests = {
  '/messages': z.object({ as, text: z.string().min(1), threadTs: z.string().optional() }),
  '/shortcuts': z.object({ as, callbackId: z.string(), ts: z.string().optional() }),
  '/presses': z.object({
    as,
    on: z.union([
      z.object({ ts: z.string() }),
      z.object({ form: z.string(), values }),
      z.object({ home: z.literal(true) }),
    ]),
    blockId: z.string(),
    actionId: z.string(),
    index: z.number().default(0),
    choice: z.string().optional(),
    confirmed: z.boolean().default(false),
  }),
  '/forms': z.object({ as, id: z.string(), values }),
  '/forms/close': z.object({ as }),
  '/home': z.object({ as }),
} as const;

const here = (name: string): string => fileURLToPath(new URL(`./page/${name}`, import.meta.url));
const SCRIPTS = readdirSync(here('.')).filter((name) => name.endsWith('.js'));
const FILES: Readonly<Record<string, readonly [path: string, type: string]>> = {
  '/': [here('index.html'), 'text/html'],
  '/page.css': [here('page.css'), 'text/css'],
  ...Object.fromEntries(SCRIPTS.map((name) => [`/${name}`, [here(name), 'text/javascript'] as const])),
  '/blocks.css': [fileURLToPath(import.meta.resolve('slack-blocks-to-jsx/dist/style.css')), 'text/css'],
};

const SAFE = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

interface Deps {
  readonly workspace: Workspace;
  readonly host: string;
  readonly port: number;
  /** Where a new person is put. */
  readonly firstPerson: string;
}

/** The page and what it asks for. `announce` tells open pages that something is new. */
export async function startPageServer({ workspace, host, port, firstPerson }: Deps) {
  const open = new Set<ServerResponse>();

  async function get(url: URL, response: ServerResponse): Promise<void> {
    const file = FILES[url.pathname];
    if (url.pathname === '/state') {
      answer(response, 200, await workspace.look(url.searchParams.get('as') || firstPerson));
    } else if (url.pathname === '/traffic') {
      answer(response, 200, { exchanges: workspace.traffic() });
    } else if (url.pathname === '/changes') {
      response.writeHead(200, { ...SAFE, 'content-type': 'text/event-stream' }).write(':\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    } else if (file) {
      const text = await readFile(file[0], 'utf8');
      response.writeHead(200, { ...SAFE, 'content-type': `${file[1]}; charset=utf-8` });
      // The library's rules go by an id that would stand on the page many times.
      response.end(
        url.pathname === '/blocks.css'
          ? text.replaceAll('#slack_blocks_to_jsx', '.slack_blocks_to_jsx')
          : text,
      );
    } else answer(response, 404, {});
  }

  async function post(path: string, body: string): Promise<object> {
    switch (path) {
      case '/messages': {
        const { as, text, threadTs } = requests[path].parse(JSON.parse(body));
        await workspace.type(as, text, threadTs);
        return {};
      }
      case '/shortcuts': {
        const { as, callbackId, ts } = requests[path].parse(JSON.parse(body));
        await workspace.shortcut(as, callbackId, ts);
        return {};
      }
      case '/presses': {
        const { as, on, confirmed, ...click } = requests[path].parse(JSON.parse(body));
        return workspace.press(as, on, click, confirmed);
      }
      case '/forms': {
        const { as, id, values } = requests[path].parse(JSON.parse(body));
        return workspace.submit(as, id, values);
      }
      case '/forms/close':
        workspace.closeForm(requests[path].parse(JSON.parse(body)).as);
        return {};
      case '/home':
        await workspace.openHome(requests[path].parse(JSON.parse(body)).as);
        return {};
      default:
        return { error: 'There is no such thing here.' };
    }
  }

  async function handle(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    try {
      if (request.method === 'GET') await get(url, response);
      else if (request.headers['content-type'] !== 'application/json') answer(response, 415, {});
      else answer(response, 200, await post(url.pathname, body));
    } catch (error) {
      const error_ =
        error instanceof AppError ? error.userMessage : 'That did not work. Reload the page and try again.';
      answer(response, 400, { error: error_ });
    }
  }

  const server = await serve(handle, { host, port });
  return {
    url: server.url,
    port: server.port,
    close: server.close,
    announce: () => {
      for (const response of open) response.write('data: changed\n\n');
    },
  };
}

const answer = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { ...SAFE, 'content-type': 'application/json' }).end(JSON.stringify(body));
};
