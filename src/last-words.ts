import type { Logger } from '@slack/web-api';
import { describeError } from './slack/describe-error.ts';

/**
 * Ends the process with 1 on a failure that nobody caught, after one line in the log. Node itself would print the
 * error with everything that hangs on it, which may be a payload, and a report of Node's, where somebody has it
 * write some, would hold every variable of the environment.
 */
export function keepLastWordsShort(logger: Pick<Logger, 'error'>): void {
  if (process.report) process.report.excludeEnv = true;
  process.on('uncaughtException', (error, origin) => {
    logger.error('the process ends on a failure that nobody caught', { origin, ...describeError(error) });
    process.exit(1);
  });
}
