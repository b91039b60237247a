import { AppError } from '../errors.ts';

/** The packages that play Slack are not installed. */
export class NoSandboxError extends AppError {
  readonly code = 'no_sandbox';
  readonly userMessage =
    'No Slack variable is set, and the sandbox needs packages that are not installed. Run npm ci without --omit=dev, or set the variables of .env.example to join a real Slack.';

  constructor(cause: unknown) {
    super('the packages of the sandbox cannot be loaded', { cause });
  }
}

/** The sandbox was to be reachable from other machines. */
export class NotLoopbackError extends AppError {
  readonly code = 'not_loopback';
  readonly userMessage =
    'No Slack variable is set, and the sandbox is for this machine alone. Leave HOST unset, or set it to 127.0.0.1 or localhost.';

  constructor() {
    super('HOST is not an address of this machine alone');
  }
}

/** The page asked for something that is not there, such as a form that was closed. */
export class NothingThereError extends AppError {
  readonly code = 'nothing_there';
  readonly userMessage = 'This is no longer there. Reload the page and try again.';

  constructor(what: string) {
    super(`the page asked for ${what}, which is not there`);
  }
}
