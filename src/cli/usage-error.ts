import { AppError } from '../errors.ts';

/** The command was given something it cannot work with: exit code 2. */
export class UsageError extends AppError {
  readonly code = 'bad_input';
  readonly userMessage: string;

  constructor(userMessage: string, options?: ErrorOptions) {
    super(userMessage, options);
    this.userMessage = userMessage;
  }
}
