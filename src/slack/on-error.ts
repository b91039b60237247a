import { type AnyMiddlewareArgs, ErrorCode } from '@slack/bolt';
import type { Logger, WebClient } from '@slack/web-api';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Observer } from '../telemetry/observer.ts';
import { type Acknowledgement, acknowledgeOnce } from './acknowledge-once.ts';
import { draftBlockIn, readEditor } from './actions/read-editor.ts';
import { readCommand } from './commands/command-words.ts';
import { describeError } from './describe-error.ts';
import { FormClosedError } from './modal.ts';
import { respondPrivately } from './response-url.ts';
import { joinParts } from './views/draft-inputs.ts';
import { failureMessage } from './views/failure-message.ts';
import type { Message } from './views/message.ts';

const UNEXPECTED = 'Something on my side went wrong. Please try again in a minute.';
const NOT_INSTALLED =
  'I have no access to this workspace any more. Someone who looks after it can install me again; until then I cannot answer.';

/** The parts of a payload that show the way back to the person, whatever kind of payload it is. */
const inThread = z.looseObject({ thread_ts: z.string().optional() }).optional();

const bodySchema = z.looseObject({
  type: z.string().optional(),
  command: z.string().optional(),
  text: z.string().optional(),
  response_url: z.string().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
  /** Of a command. */
  user_id: z.string().optional(),
  container: inThread,
  message: inThread,
  view: z
    .looseObject({
      private_metadata: z.string().default(''),
      state: z.looseObject({ values: z.record(z.string(), z.unknown()) }).optional(),
    })
    .optional(),
});
type Body = z.infer<typeof bodySchema>;

interface ListenerArgs {
  readonly ack: (response?: never) => Promise<void>;
  readonly body: AnyMiddlewareArgs['body'];
  readonly client: WebClient;
  readonly logger: Logger;
}

/** Hears of every request that failed. */
type Failures = Pick<Observer, 'requestFailed'>;

const codeOf = (error: unknown): string => (error instanceof AppError ? error.code : 'unexpected');
/** Slack waits for 3 s; who is not acknowledged by then, in ms, hears from us all the same. */
const ANSWER_WITHIN_MS = 2500;

/** Something takes longer than Slack waits, and goes on: it may be done or fail yet. */
class StillAtItError extends AppError {
  readonly code = 'still_at_it';
  readonly userMessage =
    'Slack waits three seconds for me, and this takes longer. I am still at it: please look in a moment whether it is done before you try again.';
}

/**
 * Wraps a listener: the one place that logs the cause of a failure and answers the person, privately and
 * once, with the draft given back where Slack would have lost it. Nobody waits longer than Slack does.
 */
export const answeringErrors =
  (failures: Failures) =>
  <Args extends ListenerArgs>(listener: (args: Args) => Promise<void>) =>
  async (args: Args): Promise<void> => {
    const { acknowledge, isGiven } = acknowledgeOnce(args);
    const ack: ListenerArgs['ack'] = async (response) => void (await acknowledge(response));
    let told: Promise<void> | undefined;
    const tell = (error: unknown): Promise<void> => {
      if (!(error instanceof AppError && error.cause === undefined))
        args.logger.error('a request failed', describeError(error));
      told ??= answer({ ...args, acknowledge, isAcknowledged: isGiven(), error });
      return told;
    };
    const timer = setTimeout(() => {
      if (!isGiven()) tell(new StillAtItError()).catch(() => undefined);
    }, ANSWER_WITHIN_MS);
    try {
      await listener({ ...args, ack });
    } catch (error) {
      failures.requestFailed(codeOf(error));
      await tell(error);
    } finally {
      clearTimeout(timer);
    }
  };

interface Failed extends Pick<ListenerArgs, 'body' | 'client'>, Pick<Acknowledgement, 'acknowledge'> {
  readonly isAcknowledged: boolean;
  readonly error: unknown;
}

async function answer({ acknowledge, isAcknowledged, body, client, error }: Failed): Promise<void> {
  const to = bodySchema.parse(body);
  const what = error instanceof AppError ? error.userMessage : UNEXPECTED;
  const message = failureMessage(what, error instanceof FormClosedError ? typedIn(to) : draftIn(to));
  if (!isAcknowledged) {
    const answered = inAcknowledgement(to, message, what);
    if ((await acknowledge(answered)) && answered !== undefined) return;
  }
  const thread = to.container?.thread_ts ?? to.message?.thread_ts;
  if (to.response_url !== undefined && (await respondPrivately(to.response_url, message, thread))) return;
  // The way back may have expired, and a form has none: then as a direct message.
  const userId = to.user?.id ?? to.user_id;
  if (userId !== undefined) {
    const { text, blocks } = message;
    await client.chat.postMessage({ channel: userId, text, blocks });
  }
}

/** A command and a form are answered by the acknowledgement itself; everything else has another way back. */
function inAcknowledgement(to: Body, message: Message, what: string): object | undefined {
  if (to.command !== undefined) return { response_type: 'ephemeral', ...message };
  if (to.type !== 'view_submission') return undefined;
  return { response_action: 'errors', errors: { [fieldOf(to)]: what } };
}

/** An error of a form has to stand at one of its fields, or Slack shows none: at the draft, or at the first. */
function fieldOf({ view }: Body): string {
  const values = view?.state?.values ?? {};
  const draft = draftBlockIn(values);
  return draft in values ? draft : (Object.keys(values)[0] ?? draft);
}

/** A command line is gone once it is sent; a message and the fields of a form stay where they are. */
function draftIn(body: Body): string | undefined {
  if (body.command === undefined) return undefined;
  const wish = readCommand(body.text ?? '');
  return wish.kind === 'draft' ? wish.draft : undefined;
}

/** What was typed in a form that is gone. */
const typedIn = ({ view }: Body): string | undefined =>
  view?.state && joinParts(readEditor({ ...view, state: { values: view.state.values } }).draft);

interface EventArgs {
  readonly event: object;
  readonly client: WebClient;
  readonly logger: Logger;
}

/** Who to tell of an event that failed, and where. */
const eventSchema = z.looseObject({
  user: z.string(),
  channel: z.string(),
  thread_ts: z.string().optional(),
  text: z.string(),
});

/**
 * Wraps a listener of events, which Slack has had acknowledged already: logs the cause, and answers the
 * person alone where they said something. What they wrote still stands in Slack.
 */
export const answeringEventErrors =
  (failures: Failures) =>
  <Args extends EventArgs>(listener: (args: Args) => Promise<void>) =>
  async (args: Args): Promise<void> => {
    try {
      await listener(args);
    } catch (error) {
      failures.requestFailed(codeOf(error));
      const { client, logger } = args;
      if (!(error instanceof AppError && error.cause === undefined))
        logger.error('an event could not be answered', describeError(error));
      const said = eventSchema.safeParse(args.event);
      if (!said.success) return;
      const { user, channel, thread_ts } = said.data;
      const { text, blocks } = failureMessage(error instanceof AppError ? error.userMessage : UNEXPECTED);
      const thread = thread_ts === undefined ? {} : { thread_ts };
      await client.chat.postEphemeral({ channel, user, text, blocks, ...thread });
    }
  };

interface UnhandledError {
  readonly error: Error & { readonly code: string };
  readonly logger: Logger;
  readonly body: AnyMiddlewareArgs['body'];
}

/** What no listener saw: above all a workspace that the app is not installed in. Bolt acknowledges after this. */
export const onUnhandledError =
  (failures: Failures) =>
  async ({ error, logger, body }: UnhandledError): Promise<void> => {
    failures.requestFailed(error.code === ErrorCode.AuthorizationError ? 'not_installed' : 'unexpected');
    logger.error('a request reached no listener', describeError(error));
    const to = bodySchema.safeParse(body);
    if (!to.success || to.data.response_url === undefined) return;
    const what = error.code === ErrorCode.AuthorizationError ? NOT_INSTALLED : UNEXPECTED;
    await respondPrivately(to.data.response_url, failureMessage(what, draftIn(to.data)));
  };
