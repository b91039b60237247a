/** A failure we expected. `code` is for logs and tests, `userMessage` for the person who asked. */
export abstract class AppError extends Error {
  abstract readonly code: string;
  /** Says what happened and what to do; never holds a draft, a token or a path. */
  abstract readonly userMessage: string;
}

/** The longest draft that is read, in UTF-16 units (issue "Judgement", also Slack's markdown limit). */
export const MAX_DRAFT = 12_000;

export class DraftTooLongError extends AppError {
  readonly code = 'draft_too_long';
  readonly userMessage: string;

  constructor(length: number) {
    super(`a draft of ${length} characters is over the limit of ${MAX_DRAFT}`);
    this.userMessage = `This draft has ${length} characters and I read up to ${MAX_DRAFT}. Send me the part that apologises, without the quoted thread.`;
  }
}

export class EmptyDraftError extends AppError {
  readonly code = 'draft_empty';
  readonly userMessage =
    'There is no text to read here. Send me the words you want to send to your customer.';

  constructor() {
    super('the draft holds no text');
  }
}

/** Why an engine that asks others has no answer. */
export type EngineFailure = 'timeout' | 'rate-limited' | 'refused' | 'unreadable' | 'failed';

/** The engine has no answer to this draft; the rules answer in its place. */
export class EngineUnavailableError extends AppError {
  readonly code: string;
  readonly failure: EngineFailure;
  readonly userMessage = 'The language model did not answer. Please try again in a minute.';

  constructor(failure: EngineFailure, options?: ErrorOptions) {
    super(`the engine is not available: ${failure}`, options);
    this.failure = failure;
    this.code = `engine_${failure.replace('-', '_')}`;
  }
}
