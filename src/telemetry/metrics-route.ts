import type { CustomRoute } from '@slack/bolt';
import type { Metrics } from './prometheus.ts';

/** What Prometheus asks for. */
export const metricsRoute = ({ text, contentType }: Omit<Metrics, 'observer'>): CustomRoute => ({
  path: '/metrics',
  method: 'GET',
  async handler(_request, response) {
    const body = await text();
    response.writeHead(200, { 'content-type': contentType }).end(body);
  },
});
