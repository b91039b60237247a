import type { JobRunner, ReviewRequest } from '../reviews/ports.ts';
import { withLogIds } from './log-context.ts';
import type { Observer } from './observer.ts';

interface Deps {
  readonly observer: Pick<Observer, 'jobTried'>;
  /** Hears why a try failed, before it is made again or given up. */
  readonly onFailedTry: (cause: unknown) => void;
}

const idsOf = ({ id, teamId, enterpriseId, channelId }: ReviewRequest) => ({
  review: id,
  team: teamId ?? enterpriseId,
  channel: channelId,
});

/** A runner whose jobs are counted, and log with their ids. */
export const observedJobs = (jobs: JobRunner, { observer, onFailedTry }: Deps): JobRunner => ({
  ...jobs,
  start: (handle, giveUp) =>
    jobs.start(
      (request, attempt) =>
        withLogIds({ ...idsOf(request), attempt }, async () => {
          const begun = performance.now();
          const tried = (outcome: 'done' | 'failed') => observer.jobTried(outcome, performance.now() - begun);
          try {
            await handle(request, attempt);
          } catch (error) {
            tried('failed');
            onFailedTry(error);
            throw error;
          }
          tried('done');
        }),
      (request, cause) => withLogIds(idsOf(request), () => giveUp(request, cause)),
    ),
});
