import type { Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import { DatabaseTooNewError, DatabaseTooOldError, NoDatabaseError } from './errors.ts';
import { migrationsFor } from './migrations/index.ts';
import type { OpenDatabase } from './open-database.ts';
import type { Tables } from './schema.ts';

type Kind = OpenDatabase['kind'];

/**
 * Brings the tables up to date: forward only, all or nothing. Throws DatabaseTooNewError before touching
 * anything when a newer version has been here, and whatever the database says when a migration fails.
 */
export async function migrate(db: Kysely<Tables>, kind: Kind): Promise<void> {
  await knownMigrations(db, kind);
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrationsFor(kind) },
  }).migrateToLatest();
  if (error !== undefined) throw error;
}

/**
 * Reads whether the tables are those of this version. Throws NoDatabaseError where there are none,
 * DatabaseTooNewError or DatabaseTooOldError.
 */
export async function checkMigrated(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const applied = await knownMigrations(db, kind);
  if (applied.length === 0) throw new NoDatabaseError(kind);
  const missing = Object.keys(migrationsFor(kind)).filter((name) => !applied.includes(name));
  if (missing.length > 0) throw new DatabaseTooOldError(missing);
}

/** The migrations that the database has had. Throws DatabaseTooNewError for one that is not known here. */
async function knownMigrations(db: Kysely<Tables>, kind: Kind): Promise<readonly string[]> {
  const applied = await appliedTo(db);
  const known = migrationsFor(kind);
  const unknown = applied.filter((name) => !(name in known));
  if (unknown.length > 0) throw new DatabaseTooNewError(unknown);
  return applied;
}

async function appliedTo(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const rows = await db
    .withTables<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}
