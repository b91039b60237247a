import { SlackError, WebAPIPlatformError } from '@slack/web-api';
import { AppError } from './errors.ts';
import { slackCode } from './slack/cannot-post.ts';

/** The address cannot be listened on. */
export class CannotListenError extends AppError {
  readonly code = 'cannot_listen';
  readonly userMessage: string;

  constructor(code: string, where: Listening, cause: Error) {
    super(`cannot listen: ${code}`, { cause });
    this.userMessage =
      code === 'EADDRINUSE'
        ? `Port ${where.PORT} on ${where.HOST} is in use. Stop the program that has it, or set PORT to another one.`
        : `Nothing can listen on port ${where.PORT} of ${where.HOST} here. Check HOST and PORT.`;
  }
}

/** Slack does not accept a token. */
export class TokenRefusedError extends AppError {
  readonly code = 'token_refused';
  readonly userMessage: string;

  constructor(slackCode: string, cause: Error) {
    super(`Slack refused a token: ${slackCode}`, { cause });
    this.userMessage = `Slack refused the bot's token (${slackCode}). Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN against the pages of your app.`;
  }
}

/** Slack does not answer, or not as Slack does. */
export class SlackUnreachableError extends AppError {
  readonly code = 'slack_unreachable';
  readonly userMessage =
    'Slack does not answer from here. Check the network and its proxy, and SLACK_API_URL if it is set, then start again.';

  constructor(cause: Error) {
    super('Slack does not answer', { cause });
  }
}

interface Listening {
  readonly HOST: string;
  readonly PORT: number;
}

const LISTEN_CODES = new Set(['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND']);

/** What kept the bot from starting, in words for whoever starts it. Anything unexpected comes back unchanged. */
export function asStartError(error: unknown, where: Listening): unknown {
  const code = slackCode(error);
  if (error instanceof WebAPIPlatformError && code !== undefined) return new TokenRefusedError(code, error);
  if (error instanceof SlackError) return new SlackUnreachableError(error);
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    const { code } = error;
    if (typeof code === 'string' && LISTEN_CODES.has(code)) return new CannotListenError(code, where, error);
  }
  return error;
}
