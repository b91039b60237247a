/** A request and its answer, as whoever builds on the bot wants to see them. */
export interface Exchange {
  readonly id: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly to: 'bot' | 'slack';
  /** In a few words. */
  readonly what: string;
  readonly status: number;
  readonly sent: unknown;
  readonly answered: unknown;
}

const KEPT = 100;

/** The last hundred requests to the bot and from it, without its token. Bodies are read as far as they can be. */
export function createTraffic(changed: () => void) {
  const kept: Exchange[] = [];
  let count = 0;

  function note(to: Exchange['to'], what: string, sent: unknown, status: number, answer: string): void {
    const at = new Date().toISOString();
    kept.push({ id: ++count, at, to, what, status, sent, answered: readBody(answer) });
    if (kept.length > KEPT) kept.shift();
    changed();
  }

  return {
    /** Newest last. */
    all: (): readonly Exchange[] => kept,

    /** Web API calls, and what the bot sends to a response_url. */
    noteFromBot: (what: string, body: string, status: number, answer: string): void =>
      note('slack', what, readBody(body), status, answer),

    /** As `fetch`, for what is sent to the bot. */
    async fetch(url: string, request: { readonly body: string } & RequestInit): Promise<Response> {
      const response = await fetch(url, request);
      const sent = readBody(request.body) as Record<string, Record<string, unknown>>;
      const { type, callback_id: callback } = sent.payload ?? sent.event ?? {};
      const what = [sent.command ?? type, callback].filter((word) => word !== undefined).join(' ');
      note('bot', what, sent, response.status, await response.clone().text());
      return response;
    },
  };
}

export type Traffic = ReturnType<typeof createTraffic>;

/** JSON as it is, a form as its fields, of which some hold JSON; anything else as text. */
function readBody(body: string): unknown {
  if (/^[[{]/.test(body)) return parsed(body);
  if (!/^[\w.]+=/.test(body)) return body;
  const fields = [...new URLSearchParams(body)].filter(([name]) => name !== 'token');
  return Object.fromEntries(
    fields.map(([name, value]) => [name, /^[[{]/.test(value) ? parsed(value) : value]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
