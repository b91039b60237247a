import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const installations: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('installations')
      .addColumn('workspace', 'text', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('installed_at', 'text', (column) => column.notNull())
      .addColumn('renewing_until', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema
      .createTable('departures')
      .addColumn('workspace', 'text', (column) => column.primaryKey())
      .addColumn('team_id', 'text')
      .addColumn('enterprise_id', 'text')
      .addColumn('noted_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('used_links')
      .addColumn('link', 'text', (column) => column.primaryKey())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .execute();
  },
};
