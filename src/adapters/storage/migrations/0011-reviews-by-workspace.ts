import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const reviewsByWorkspace: Migration = {
  async up(db: Kysely<unknown>) {
    // How many drafts a workspace has sent lately is asked on every request.
    await db.schema
      .createIndex('reviews_by_workspace')
      .on('reviews')
      .columns(['team_id', 'requested_at'])
      .execute();
  },
};
