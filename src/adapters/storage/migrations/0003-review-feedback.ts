import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const reviewFeedback: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('reviews').addColumn('feedback', 'text').execute();
  },
};
