import type { CustomRoute } from '@slack/bolt';
import type { Logger } from '@slack/web-api';
import type { OpenStore } from './adapters/open-store.ts';
import type { Clock } from './reviews/ports.ts';
import { describeError } from './slack/describe-error.ts';
import { metricsRoute } from './telemetry/metrics-route.ts';
import { observedJobs } from './telemetry/observed-jobs.ts';
import { observedReviews } from './telemetry/observed-reviews.ts';
import type { Observer } from './telemetry/observer.ts';
import { createMetrics } from './telemetry/prometheus.ts';

type Watched = Pick<OpenStore, 'store' | 'jobs' | 'digestJobs'>;

interface Observed extends Watched {
  /** For what is to be counted elsewhere. */
  readonly observer: Observer;
  readonly metrics: CustomRoute;
}

interface Deps {
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  readonly clock: Clock;
}

/** The same store and jobs, counted and noted in the log. */
export function observeStore(
  { store, jobs, digestJobs, digests }: Watched & Pick<OpenStore, 'digests'>,
  { logger, clock }: Deps,
): Observed {
  const { observer, ...metrics } = createMetrics({
    queueDepth: jobs.depth,
    queueAgeMs: jobs.oldestAgeMs,
    async digestLag() {
      const now = clock.now();
      const due = await digests.oldestDue(now);
      return due === undefined ? 0 : (now.getTime() - Date.parse(due)) / 1000;
    },
  });
  const watching = {
    observer,
    onFailedTry: (cause: unknown) => logger.warn('a try of a job failed', describeError(cause)),
  };
  return {
    store: observedReviews(store, { observer, note: logger.info }),
    jobs: observedJobs(jobs, {
      ...watching,
      idsOf: ({ id, teamId, enterpriseId, channelId }) => ({
        review: id,
        team: teamId ?? enterpriseId,
        channel: channelId,
      }),
    }),
    digestJobs: observedJobs(digestJobs, { ...watching, idsOf: ({ digestId }) => ({ digest: digestId }) }),
    observer,
    metrics: metricsRoute(metrics),
  };
}
