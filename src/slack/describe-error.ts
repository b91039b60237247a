import { SlackError } from '@slack/web-api';
import { AppError } from '../errors.ts';

/** What a log may hold of an error. Messages we did not write might quote a draft, so only their place is kept. */
export interface ErrorDescription {
  readonly code: string;
  readonly message?: string;
  readonly at?: string;
  readonly cause?: ErrorDescription;
}

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { code: typeof error };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  if (error instanceof AppError || error instanceof SlackError)
    return { code, message: error.message, ...cause };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { code, at: frames.slice(0, 5).join('\n'), ...cause };
}
