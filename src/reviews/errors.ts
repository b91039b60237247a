import { AppError } from '../errors.ts';

/** Slack does not let the bot post in this channel; `slackCode` is Slack's own word for it. */
export class CannotPostError extends AppError {
  readonly code = 'cannot_post';
  readonly slackCode: string;
  readonly userMessage: string;

  constructor(slackCode: string, howToMend: string, options?: ErrorOptions) {
    super(`Slack refused a message: ${slackCode}`, options);
    this.slackCode = slackCode;
    this.userMessage = howToMend;
  }
}

/** The store could not be written: the request was not accepted and the person must be told so. */
export class StoreUnavailableError extends AppError {
  readonly code = 'store_unavailable';
  readonly userMessage =
    'I could not keep your request safe just now, so I have not started on it. Please try again in a minute.';

  constructor(cause: unknown) {
    super('the store could not be written', { cause });
  }
}
