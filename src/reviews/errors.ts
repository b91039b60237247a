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

/** Slack wants to be left alone for a while; whatever brings the work back waits for as long. */
export class RateLimitedError extends AppError {
  readonly code = 'rate_limited';
  readonly retryAfterMs: number;
  readonly userMessage = 'Slack asks me to slow down. Please try again in a minute.';

  constructor(retryAfterMs: number, options?: ErrorOptions) {
    super(`Slack asked to wait for ${retryAfterMs} ms`, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Somebody wants to change a review that is no longer kept. */
export class ReviewForgottenError extends AppError {
  readonly code = 'review_forgotten';
  readonly userMessage: string;

  constructor(whatToDo = 'Check the draft again, and the buttons of the new review will work.') {
    super('the review is not in the store');
    this.userMessage = `I no longer keep this review, so there is nothing left to change. ${whatToDo}`;
  }
}

/** Somebody acted on a reply in whose place an edited text, or another reading of it, has been put meanwhile. */
export class ReplyChangedError extends AppError {
  readonly code = 'reply_changed';
  readonly userMessage =
    'This reply was brought up to date just before you pressed, so I have left the newer one as it is. Please have a look at the newer reply; if the point is still there, press it once more.';

  constructor() {
    super('the reply has been edited since');
  }
}

/** A button of an earlier version names a rule that this one does not have. */
export class UnknownRuleError extends AppError {
  readonly code = 'unknown_rule';
  readonly userMessage =
    'This point comes from an earlier version of my rules, and I have no more to say about it. Check the draft again to see it by the rules of today.';

  constructor() {
    super('no such rule');
  }
}

/** Slack does not let the bot delete a message of its own. */
export class CannotDeleteError extends AppError {
  readonly code = 'cannot_delete';
  readonly userMessage =
    'Slack does not let me delete this message. Someone who looks after this workspace can delete it from its menu.';
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

/** Slack did not let the bot change a reply; `slackCode` is Slack's own word for it, if it gave one. */
export class CannotUpdateError extends AppError {
  readonly code = 'cannot_update';
  readonly userMessage: string;

  constructor(slackCode: string, whatToDo: string, options?: ErrorOptions) {
    super(`Slack did not change a reply: ${slackCode}`, options);
    this.userMessage = whatToDo;
  }
}
