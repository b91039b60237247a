import { type AnyMiddlewareArgs, ErrorCode } from '@slack/bolt';
import type { Logger, WebClient } from '@slack/web-api';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { readCommand } from './commands/command-words.ts';
import { describeError } from './describe-error.ts';
import { blocks } from './ids.ts';
import { respondPrivately } from './response-url.ts';
import { failureMessage } from './views/failure-message.ts';

const UNEXPECTED = 'Something on my side went wrong. Please try again in a minute.';
const NOT_INSTALLED =
  'I have no access to this workspace any more. Someone who looks after it can install me again; until then I cannot answer.';

/** The parts of a payload that show the way back to the person, whatever kind of payload it is. */
const bodySchema = z.looseObject({
  type: z.string().optional(),
  command: z.string().optional(),
  text: z.string().optional(),
  response_url: z.string().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
});
type Body = z.infer<typeof bodySchema>;

interface ListenerArgs {
  readonly ack: (response?: never) => Promise<void>;
  readonly body: AnyMiddlewareArgs['body'];
  readonly client: WebClient;
  readonly logger: Logger;
}

/**
 * Wraps a listener: the one place that logs the cause of a failure and answers the person, privately and
 * once, with the draft given back where Slack would have lost it.
 */
export const answeringErrors =
  <Args extends ListenerArgs>(listener: (args: Args) => Promise<void>) =>
  async (args: Args): Promise<void> => {
    let acknowledged = false;
    const ack: ListenerArgs['ack'] = (response) => {
      acknowledged = true;
      return args.ack(response);
    };
    try {
      await listener({ ...args, ack });
    } catch (error) {
      if (!(error instanceof AppError && error.cause === undefined)) {
        args.logger.error('a request failed', describeError(error));
      }
      await answer(args, acknowledged, error instanceof AppError ? error.userMessage : UNEXPECTED);
    }
  };

async function answer(
  { ack, body, client }: ListenerArgs,
  acknowledged: boolean,
  what: string,
): Promise<void> {
  const to = bodySchema.parse(body);
  const message = failureMessage(what, draftIn(to));
  const acknowledge = ack as (response?: object) => Promise<void>;
  if (!acknowledged) {
    if (to.command !== undefined) return acknowledge({ response_type: 'ephemeral', ...message });
    if (to.type === 'view_submission')
      return acknowledge({ response_action: 'errors', errors: { [blocks.draft]: what } });
    await acknowledge();
  }
  if (to.response_url !== undefined) await respondPrivately(to.response_url, message);
  else if (to.user !== undefined) await client.chat.postMessage({ channel: to.user.id, ...message });
}

/** A command line is gone once it is sent; a message and the fields of a form stay where they are. */
function draftIn(body: Body): string | undefined {
  if (body.command === undefined) return undefined;
  const wish = readCommand(body.text ?? '');
  return wish.kind === 'draft' ? wish.draft : undefined;
}

interface UnhandledError {
  readonly error: Error & { readonly code: string };
  readonly logger: Logger;
  readonly body: AnyMiddlewareArgs['body'];
}

/** What no listener saw: above all a workspace that the app is not installed in. Bolt acknowledges after this. */
export async function onUnhandledError({ error, logger, body }: UnhandledError): Promise<void> {
  logger.error('a request reached no listener', describeError(error));
  const to = bodySchema.safeParse(body);
  if (!to.success || to.data.response_url === undefined) return;
  const what = error.code === ErrorCode.AuthorizationError ? NOT_INSTALLED : UNEXPECTED;
  await respondPrivately(to.data.response_url, failureMessage(what, draftIn(to.data)));
}
