import type { Logger } from '@slack/web-api';
import { describeError } from './describe-error.ts';

interface Args {
  readonly ack: (response?: never) => Promise<void>;
  readonly logger: Logger;
}

export interface Acknowledgement {
  /** Resolves to whether Slack got it; a second one is left out. */
  acknowledge(response?: object): Promise<boolean>;
  isGiven(): boolean;
}

/**
 * Acknowledges a request once. Slack may have hung up meanwhile, over Socket Mode above all. That is no failure
 * of the request: what is kept by then is worked off, and nobody is told to ask for it again.
 */
export function acknowledgeOnce({ ack, logger }: Args): Acknowledgement {
  let isGiven = false;
  return {
    isGiven: () => isGiven,
    async acknowledge(response) {
      if (isGiven) return false;
      isGiven = true;
      try {
        await (ack as (response?: object) => Promise<void>)(response);
        return true;
      } catch (error) {
        logger.error('Slack did not wait for an acknowledgement', describeError(error));
        return false;
      }
    },
  };
}
