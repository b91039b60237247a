import { setTimeout as delay } from 'node:timers/promises';
import { StoreUnavailableError } from './errors.ts';

/** How often a store is asked again, in ms, */
const RETRY_MS = 250;
/** and for how long: less than a try of a job may take. */
const PATIENCE_MS = 300_000;

/**
 * Keeps what has happened already and cannot be taken back, such as a message that stands in Slack. While the
 * store cannot be written it waits, because another try of the job would post again. Throws
 * StoreUnavailableError after five minutes.
 */
export async function untilKept<T>(keep: () => Promise<T>): Promise<T> {
  for (const deadline = performance.now() + PATIENCE_MS; ; ) {
    try {
      return await keep();
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) || performance.now() >= deadline) throw error;
      await delay(RETRY_MS);
    }
  }
}
