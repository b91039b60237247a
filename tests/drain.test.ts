import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { drain } from '../src/drain.ts';

test('red first, the door last: once the jobs are over and whoever shares out requests has had time to look away', async () => {
  const order: string[] = [];
  const begun = performance.now();
  let closedAfterMs = 0;
  await drain({
    turnRed: () => void order.push('red'),
    stopJobs: async () => {
      order.push('jobs stop');
      await delay(20);
      order.push('jobs over');
    },
    closeEntrance: async () => {
      closedAfterMs = performance.now() - begun;
      order.push('door closes');
    },
    lookAwayMs: 100,
  });
  expect(order).toEqual(['red', 'jobs stop', 'jobs over', 'door closes']);
  expect(closedAfterMs).toBeGreaterThanOrEqual(95);
});
