import type { CustomRoute } from '@slack/bolt';
import type { Logger } from '@slack/web-api';
import type { OpenStore } from './adapters/open-store.ts';
import { describeError } from './slack/describe-error.ts';
import { metricsRoute } from './telemetry/metrics-route.ts';
import { observedJobs } from './telemetry/observed-jobs.ts';
import { observedReviews } from './telemetry/observed-reviews.ts';
import type { Observer } from './telemetry/observer.ts';
import { createMetrics, type Gauges } from './telemetry/prometheus.ts';

type Watched = Pick<OpenStore, 'store' | 'jobs'>;

interface Observed extends Watched {
  /** For what is to be counted elsewhere. */
  readonly observer: Observer;
  readonly metrics: CustomRoute;
}

/** The same store and jobs, counted and noted in the log. */
export function observeStore(
  { store, jobs }: Watched,
  logger: Pick<Logger, 'info' | 'warn'>,
  gauges: Pick<Gauges, 'digestLag'> = {},
): Observed {
  const { observer, ...metrics } = createMetrics({
    queueDepth: jobs.depth,
    queueAgeMs: jobs.oldestAgeMs,
    ...gauges,
  });
  return {
    store: observedReviews(store, { observer, note: logger.info }),
    jobs: observedJobs(jobs, {
      observer,
      onFailedTry: (cause) => logger.warn('a try of a job failed', describeError(cause)),
    }),
    observer,
    metrics: metricsRoute(metrics),
  };
}
