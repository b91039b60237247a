import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const digests: Migration = {
  async up(db: Kysely<unknown>) {
    // What a draft was at first counts in a digest, whatever it is edited to.
    await db.schema.alterTable('reviews').addColumn('first_record', 'text').execute();
    await db.schema
      .createTable('digest_schedules')
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('team_id', 'text')
      .addColumn('enterprise_id', 'text')
      .addColumn('schedule', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('anchor', 'text', (column) => column.notNull())
      .addColumn('next_due', 'text', (column) => column.notNull())
      .addColumn('covered_until', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('digest_schedules_key', ['workspace', 'channel_id'])
      .execute();
    // Asked every minute.
    await db.schema
      .createIndex('digest_schedules_by_due_time')
      .on('digest_schedules')
      .columns(['state', 'next_due'])
      .execute();
    await db.schema
      .createTable('digests')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('team_id', 'text')
      .addColumn('enterprise_id', 'text')
      .addColumn('period_from', 'text', (column) => column.notNull())
      .addColumn('period_to', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('figures', 'text')
      .addColumn('ts', 'text')
      .addColumn('finished_at', 'text')
      // One digest for each channel and period, whoever is the first to see that it is due.
      .addUniqueConstraint('digests_once', ['workspace', 'channel_id', 'period_from'])
      .execute();
    // What still waits to be posted.
    await db.schema.createIndex('digests_by_state').on('digests').columns(['state', 'due_at']).execute();
    // What is older than the configured time is looked for.
    await db.schema.createIndex('reviews_by_time').on('reviews').column('requested_at').execute();
  },
};
