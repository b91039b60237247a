import { expect, test } from 'vitest';
import { shareWork } from '../scripts/crash/share-work.ts';
import { findPostgres, NO_POSTGRES, startPostgres } from './support/postgres.ts';

/** Jobs that one process runs at once on Postgres (`open-store.ts`). */
const LANES = 8;

const bin = findPostgres();

test('two processes on one Postgres, one of them killed in the middle, answer every review', {
  timeout: 180_000,
}, async (context) => {
  if (bin === undefined) return context.skip(NO_POSTGRES);
  const server = await startPostgres(bin);
  const databaseUrl = await server.createDatabase();
  const found = await shareWork({ databaseUrl, jobs: 120, processes: 2, killOne: true });
  await server.remove();
  expect(found.lost).toEqual([]);
  expect(found.repeated).toBeLessThanOrEqual(LANES);
  // More than one process does at once, and no more than two.
  expect(found.mostInFlight).toBeGreaterThan(LANES);
  expect(found.mostInFlight).toBeLessThanOrEqual(2 * LANES);
});
