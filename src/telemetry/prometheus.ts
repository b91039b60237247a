import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from './observer.ts';
import { slackCodeLabel } from './slack-codes.ts';

/** What is asked of the store when somebody asks for the metrics. */
export interface Gauges {
  /** Jobs waiting or running. */
  readonly queueDepth: () => Promise<number>;
  /** How long ago the oldest of them was accepted, in ms. */
  readonly queueAgeMs: () => Promise<number>;
  /** Seconds since the oldest due digest that is not posted yet. */
  readonly digestLag?: (() => Promise<number>) | undefined;
}

export interface Metrics {
  readonly observer: Observer;
  /** The text that Prometheus reads. Never throws: what the store does not tell is NaN. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Slack waits three seconds. */
const ACK_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5];
const MODEL_BUCKETS = [0.25, 0.5, 1, 2, 4, 8, 15, 30];
const JOB_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Counts for Prometheus, in a registry of their own. `docs/operations.md` says what each means. */
export function createMetrics({ queueDepth, queueAgeMs, digestLag }: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const acks = new Histogram({
    name: 'apology_ack_seconds',
    help: 'From a request of Slack, read and checked, to its acknowledgement',
    labelNames: ['kind', 'outcome'],
    buckets: ACK_BUCKETS,
    registers,
  });
  const failures = new Counter({
    name: 'apology_request_failures_total',
    help: 'Requests whose person was told that they failed, by error code',
    labelNames: ['code'],
    registers,
  });
  const tries = new Histogram({
    name: 'apology_job_seconds',
    help: 'One try of a job',
    labelNames: ['outcome'],
    buckets: JOB_BUCKETS,
    registers,
  });
  const reviews = new Counter({
    name: 'apology_reviews_total',
    help: 'Reviews that stand in Slack, by band and engine',
    labelNames: ['band', 'engine'],
    registers,
  });
  const givenUp = new Counter({
    name: 'apology_reviews_given_up_total',
    help: 'Reviews that no try could deliver; the person was told',
    registers,
  });
  const slackErrors = new Counter({
    name: 'apology_slack_errors_total',
    help: "Failed calls of Slack's Web API, by Slack's code",
    labelNames: ['code'],
    registers,
  });
  const readings = new Histogram({
    name: 'apology_model_seconds',
    help: 'One reading by the language model; outcome is answered, or why not',
    labelNames: ['outcome'],
    buckets: MODEL_BUCKETS,
    registers,
  });
  const refused = new Counter({
    name: 'apology_model_refused_total',
    help: 'What the language model said and our checks did not let through: findings, and rewrites by reason',
    labelNames: ['what'],
    registers,
  });
  const tokens = new Counter({
    name: 'apology_model_tokens_total',
    help: 'Tokens that the provider of the language model counted',
    labelNames: ['direction'],
    registers,
  });
  const asked = (name: string, help: string, ask: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await ask().catch(() => Number.NaN));
      },
    });
  asked('apology_queue_jobs', 'Jobs waiting or running, in all processes', queueDepth);
  asked(
    'apology_queue_oldest_seconds',
    'Since the oldest job that is not done was accepted',
    async () => (await queueAgeMs()) / 1000,
  );
  if (digestLag)
    asked(
      'apology_digest_lag_seconds',
      'Since the oldest digest was due that is not posted yet, or 0',
      digestLag,
    );

  return {
    observer: {
      acknowledged: (kind, outcome, ms) => acks.observe({ kind, outcome }, ms / 1000),
      requestFailed: (code) => failures.inc({ code }),
      jobTried: (outcome, ms) => tries.observe({ outcome }, ms / 1000),
      reviewEnded: (review) =>
        review ? reviews.inc({ band: review.band, engine: review.engine }) : givenUp.inc(),
      modelRead(reading) {
        readings.observe({ outcome: reading.outcome }, reading.ms / 1000);
        tokens.inc({ direction: 'in' }, reading.inputTokens);
        tokens.inc({ direction: 'out' }, reading.outputTokens);
        refused.inc({ what: 'finding' }, reading.refusedClaims);
        if (reading.refusedRewrite !== undefined) refused.inc({ what: `rewrite: ${reading.refusedRewrite}` });
      },
      slackFailed: (code) => slackErrors.inc({ code: slackCodeLabel(code) }),
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
