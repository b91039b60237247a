import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const sqliteJobs: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('jobs')
      .addColumn('queue', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull().defaultTo('waiting'))
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('run_at', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('jobs_key', ['queue', 'key'])
      .execute();
    await db.schema
      .createIndex('jobs_by_due_time')
      .on('jobs')
      .columns(['queue', 'state', 'run_at'])
      .execute();
  },
};
