import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How often an edited text has taken the place of the reviewed one: two people may edit one reply. */
export const reviewRevision: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('reviews')
      .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
