import type { WebClientOptions } from '@slack/web-api';
import { z } from 'zod';
import type { Observer } from '../telemetry/observer.ts';

type Fetch = NonNullable<WebClientOptions['fetch']>;

const refusal = z.looseObject({ ok: z.literal(false), error: z.string() });

/** How Slack's clients make their calls, each failed one counted: by Slack's code, or by how no answer came. */
export const observedFetch =
  (observer: Pick<Observer, 'slackFailed'>): Fetch =>
  async (...call) => {
    try {
      const response = await fetch(...call);
      const code = await codeOf(response.clone());
      if (code !== undefined) observer.slackFailed(code);
      return response;
    } catch (error) {
      observer.slackFailed('no_answer');
      throw error;
    }
  };

/** `undefined`: all is well. */
async function codeOf(response: Response): Promise<string | undefined> {
  if (response.status === 429) return 'ratelimited';
  if (response.status >= 500) return 'http_5xx';
  if (response.status >= 400) return 'http_4xx';
  const answer = refusal.safeParse(await response.json().catch(() => undefined));
  return answer.success ? answer.data.error : undefined;
}
