import type { Migration } from 'kysely/migration';
import { reviews } from './0001-reviews.ts';
import { sqliteJobs } from './0002-sqlite-jobs.ts';

/**
 * Every migration under its name, in the order of the names. A released one is never changed; a new one is
 * a new file. On Postgres the queue keeps its own tables in its own schema.
 */
export const migrationsFor = (kind: 'sqlite' | 'postgres'): Record<string, Migration> => ({
  '0001-reviews': reviews,
  ...(kind === 'sqlite' ? { '0002-sqlite-jobs': sqliteJobs } : {}),
});
