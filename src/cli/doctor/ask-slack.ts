import { z } from 'zod';

/** What came of a call of Slack's Web API. */
export interface SlackAnswer {
  readonly ok: boolean;
  /** Slack's word for what it refused. */
  readonly error?: string | undefined;
  readonly team?: string | undefined;
  /** Set for the token of a bot. */
  readonly botId?: string | undefined;
  /** What the token may do; `undefined` where Slack does not say. */
  readonly scopes: readonly string[] | undefined;
  /** By how much this machine's clock is ahead of Slack's, in ms; negative: behind. */
  readonly aheadMs: number | undefined;
}

const PATIENCE_MS = 10_000;

const answer = z.looseObject({
  ok: z.boolean(),
  // Anything else is no word of Slack's.
  error: z
    .string()
    .regex(/^[a-z0-9_]{1,80}$/)
    .optional(),
  team: z.string().optional(),
  bot_id: z.string().optional(),
});

/** Calls a method without parameters; `undefined` when nothing comes back that Slack would say. */
export async function askSlack(
  method: string,
  {
    apiUrl = 'https://slack.com/api/',
    token,
  }: { readonly apiUrl?: string | undefined; readonly token?: string },
): Promise<SlackAnswer | undefined> {
  try {
    const began = Date.now();
    const response = await fetch(new URL(method, apiUrl.replace(/\/*$/, '/')), {
      method: 'POST',
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const now = (began + Date.now()) / 2;
    const { ok, error, team, bot_id: botId } = answer.parse(await response.json());
    const slackTime = Date.parse(response.headers.get('date') ?? '');
    return {
      ...{ ok, error, team, botId },
      scopes: response.headers
        .get('x-oauth-scopes')
        ?.split(',')
        .map((scope) => scope.trim()),
      aheadMs: Number.isNaN(slackTime) ? undefined : now - slackTime,
    };
  } catch {
    return undefined;
  }
}
