import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const modelSwitches: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('model_switches')
      .addColumn('workspace', 'text', (column) => column.primaryKey())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('changed_by', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute();
  },
};
