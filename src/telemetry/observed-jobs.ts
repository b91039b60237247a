import type { JobRunner } from '../reviews/ports.ts';
import { type LogIds, withLogIds } from './log-context.ts';
import type { Observer } from './observer.ts';

interface Deps<T> {
  readonly observer: Pick<Observer, 'jobTried'>;
  /** Hears why a try failed, before it is made again or given up. */
  readonly onFailedTry: (cause: unknown) => void;
  /** Which ids its log lines carry. */
  readonly idsOf: (payload: T) => LogIds;
}

/** A runner whose jobs are counted, and log with their ids. */
export const observedJobs = <T>(
  jobs: JobRunner<T>,
  { observer, onFailedTry, idsOf }: Deps<T>,
): JobRunner<T> => ({
  ...jobs,
  start: (handle, giveUp) =>
    jobs.start(
      (payload, attempt) =>
        withLogIds({ ...idsOf(payload), attempt }, async () => {
          const begun = performance.now();
          const tried = (outcome: 'done' | 'failed') => observer.jobTried(outcome, performance.now() - begun);
          try {
            await handle(payload, attempt);
          } catch (error) {
            tried('failed');
            onFailedTry(error);
            throw error;
          }
          tried('done');
        }),
      (payload, cause) => withLogIds(idsOf(payload), () => giveUp(payload, cause)),
    ),
});
