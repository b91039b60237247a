import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const reviews: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('reviews')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('team_id', 'text')
      .addColumn('enterprise_id', 'text')
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('person_hash', 'text', (column) => column.notNull())
      .addColumn('draft_hash', 'text', (column) => column.notNull())
      .addColumn('first_of_draft', 'integer', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('requested_at', 'text', (column) => column.notNull())
      .addColumn('engine', 'text')
      .addColumn('rules_version', 'text')
      .addColumn('band', 'text')
      .addColumn('score', 'integer')
      .addColumn('present', 'text', (column) => column.notNull().defaultTo('[]'))
      .addColumn('missing', 'text', (column) => column.notNull().defaultTo('[]'))
      .addColumn('faults', 'text', (column) => column.notNull().defaultTo('[]'))
      .addColumn('dismissed', 'text', (column) => column.notNull().defaultTo('[]'))
      .addColumn('parent_ts', 'text')
      .addColumn('reply_ts', 'text')
      .addColumn('state', 'text', (column) => column.notNull().defaultTo('accepted'))
      .addColumn('finished_at', 'text')
      .execute();
    // "Has this text been here before?" is asked on every request.
    await db.schema.createIndex('reviews_by_draft').on('reviews').column('draft_hash').execute();
    // A digest reads one channel over a span of time.
    await db.schema
      .createIndex('reviews_by_channel')
      .on('reviews')
      .columns(['team_id', 'channel_id', 'requested_at'])
      .execute();
  },
};
