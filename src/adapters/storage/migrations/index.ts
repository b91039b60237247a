import type { Migration } from 'kysely/migration';
import { reviews } from './0001-reviews.ts';
import { sqliteJobs } from './0002-sqlite-jobs.ts';
import { reviewFeedback } from './0003-review-feedback.ts';
import { reviewRevision } from './0004-review-revision.ts';
import { channelSettings } from './0005-channel-settings.ts';
import { reviewsByPerson } from './0006-reviews-by-person.ts';
import { digests } from './0007-digests.ts';
import { installations } from './0010-installations.ts';
import { reviewsByWorkspace } from './0011-reviews-by-workspace.ts';
import { modelSwitches } from './0012-model-switches.ts';

/**
 * Every migration under its name, in the order of the names. A released one is never changed; a new one is
 * a new file. On Postgres the queue keeps its own tables in its own schema.
 */
export const migrationsFor = (kind: 'sqlite' | 'postgres'): Record<string, Migration> => ({
  '0001-reviews': reviews,
  ...(kind === 'sqlite' ? { '0002-sqlite-jobs': sqliteJobs } : {}),
  '0003-review-feedback': reviewFeedback,
  '0004-review-revision': reviewRevision,
  '0005-channel-settings': channelSettings,
  '0006-reviews-by-person': reviewsByPerson,
  '0007-digests': digests,
  '0010-installations': installations,
  '0011-reviews-by-workspace': reviewsByWorkspace,
  '0012-model-switches': modelSwitches,
});
