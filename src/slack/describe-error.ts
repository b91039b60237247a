import { SlackError, WebAPIPlatformError } from '@slack/web-api';
import { AppError } from '../errors.ts';
import { slackCode } from './cannot-post.ts';

/** What a log may hold of an error. Messages we did not write might quote a draft, so only their place is kept. */
export interface ErrorDescription {
  readonly code: string;
  readonly message?: string;
  readonly at?: string;
  readonly cause?: ErrorDescription;
}

const places = (lines: readonly string[]): string[] => lines.filter((line) => /^\s+at /.test(line));

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { code: typeof error };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  // Slack's client quotes whatever came in the place of Slack's answer.
  if (error instanceof WebAPIPlatformError && slackCode(error) === undefined)
    return { code: 'no_answer_of_slack', ...cause };
  if (error instanceof AppError || error instanceof SlackError)
    return { code, message: error.message, ...cause };
  // Behind the message, a line of which may look like a place.
  const stack = error.stack ?? '';
  const from = stack.indexOf(error.message);
  const frames = from === -1 ? [] : stack.slice(from + error.message.length).split('\n');
  return { code, at: places(frames).slice(0, 5).join('\n'), ...cause };
}
