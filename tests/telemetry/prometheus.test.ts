import { expect, test } from 'vitest';
import { createMetrics, type Gauges } from '../../src/telemetry/prometheus.ts';

const metrics = (gauges: Partial<Gauges> = {}) =>
  createMetrics({ queueDepth: async () => 3, queueAgeMs: async () => 4500, ...gauges });

/** The lines about us, without the explanations. */
const ours = (text: string) => text.split('\n').filter((line) => line.startsWith('apology_'));

test('what the store tells is asked anew each time', async () => {
  let depth = 3;
  const { text } = metrics({ queueDepth: async () => depth });
  expect(ours(await text())).toEqual(
    expect.arrayContaining(['apology_queue_jobs 3', 'apology_queue_oldest_seconds 4.5']),
  );
  depth = 0;
  expect(ours(await text())).toContain('apology_queue_jobs 0');
});

test('a store that does not answer leaves the other numbers readable', async () => {
  const { text, observer } = metrics({ queueDepth: () => Promise.reject(new Error('gone')) });
  observer.requestFailed('store_unavailable');
  expect(ours(await text())).toEqual(
    expect.arrayContaining([
      'apology_queue_jobs Nan',
      'apology_queue_oldest_seconds 4.5',
      'apology_request_failures_total{code="store_unavailable"} 1',
    ]),
  );
});

test('the lag of digests is told where there are digests', async () => {
  expect(await metrics().text()).not.toContain('apology_digest_lag_seconds');
  expect(ours(await metrics({ digestLag: async () => 61 }).text())).toContain(
    'apology_digest_lag_seconds 61',
  );
});

test('requests, reviews and tries are counted by their few labels', async () => {
  const { text, observer } = metrics();
  observer.acknowledged('command', 'in-time', 40);
  observer.acknowledged('command', 'in-time', 400);
  observer.acknowledged('view', 'late', 3200);
  observer.reviewEnded({ band: 'needs-work', engine: 'rules' });
  observer.reviewEnded(undefined);
  observer.jobTried('failed', 20);
  expect(ours(await text())).toEqual(
    expect.arrayContaining([
      'apology_ack_seconds_count{kind="command",outcome="in-time"} 2',
      'apology_ack_seconds_bucket{le="0.05",kind="command",outcome="in-time"} 1',
      'apology_ack_seconds_bucket{le="3",kind="view",outcome="late"} 0',
      'apology_reviews_total{band="needs-work",engine="rules"} 1',
      'apology_reviews_given_up_total 1',
      'apology_job_seconds_count{outcome="failed"} 1',
    ]),
  );
});

test("codes that nobody knows share one label, so that Slack's answers cannot make them many", async () => {
  const { text, observer } = metrics();
  for (const code of ['not_in_channel', 'ratelimited', 'C0123ABC', 'a_new_code', 'another_new_code'])
    observer.slackFailed(code);
  expect(ours(await text()).filter((line) => line.startsWith('apology_slack_errors_total'))).toEqual([
    'apology_slack_errors_total{code="not_in_channel"} 1',
    'apology_slack_errors_total{code="ratelimited"} 1',
    'apology_slack_errors_total{code="other"} 3',
  ]);
});

test('the process tells of its memory and its event loop', async () => {
  const text = await metrics().text();
  for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds'])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

test('readings by a language model are counted with what was refused of them', async () => {
  const { text, observer } = metrics();
  const reading = { outcome: 'answered', ms: 900, inputTokens: 700, outputTokens: 60, refusedClaims: 2 };
  observer.modelRead({ ...reading, refusedRewrite: 'new-word' });
  observer.modelRead({ ...reading, outcome: 'timeout', refusedClaims: 0, refusedRewrite: undefined });
  expect(ours(await text())).toEqual(
    expect.arrayContaining([
      'apology_model_seconds_count{outcome="answered"} 1',
      'apology_model_seconds_count{outcome="timeout"} 1',
      'apology_model_refused_total{what="finding"} 2',
      'apology_model_refused_total{what="rewrite: new-word"} 1',
      'apology_model_tokens_total{direction="in"} 1400',
    ]),
  );
});
