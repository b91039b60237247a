import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const reviewsByPerson: Migration = {
  async up(db: Kysely<unknown>) {
    // The Home tab shows a person's last ones each time it is opened.
    await db.schema
      .createIndex('reviews_by_person')
      .on('reviews')
      .columns(['person_hash', 'requested_at'])
      .execute();
  },
};
