import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const channelSettings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('channel_settings')
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('changed_by', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      // Two who save at once want the same version: the key lets one of them have it.
      .addPrimaryKeyConstraint('channel_settings_key', ['workspace', 'channel_id', 'version'])
      .execute();
  },
};
