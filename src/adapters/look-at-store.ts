import { sql } from 'kysely';
import { CannotReadSecretError } from './storage/errors.ts';
import { createInstallationStore } from './storage/installation-store.ts';
import { createKeyring } from './storage/keyring.ts';
import { openDatabaseForReading } from './storage/open-database.ts';

interface LookOptions {
  /** A `postgres://` address; `undefined` means SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Of stored installations; none: they are not looked at. */
  readonly encryptionKeys: readonly Uint8Array[];
}

/** What somebody wants to know of a store who asks whether all is well. */
export interface StoreLook {
  readonly canWrite: boolean;
  /** Installations that do not open with these keys. */
  readonly unreadable: number;
  /** The scopes of each installation that opens. */
  readonly granted: readonly (readonly string[])[];
}

/**
 * Looks at the store of a bot, which may be running, and leaves it as it is. Throws CannotOpenDatabaseError,
 * NoDatabaseError, DatabaseTooNewError, DatabaseTooOldError or StoreUnavailableError.
 */
export async function lookAtStore(options: LookOptions): Promise<StoreLook> {
  const { db, kind, close } = await openDatabaseForReading({ ...options, onError: () => undefined });

  async function canWrite(): Promise<boolean> {
    try {
      if (kind === 'sqlite') await sql`pragma query_only = off`.execute(db);
      // Changes no row, and asks for the right to.
      await db.updateTable('reviews').set({ id: '' }).where(sql`1`, '=', 0).execute();
      return true;
    } catch {
      return false;
    }
  }

  async function installations(): Promise<Omit<StoreLook, 'canWrite'>> {
    if (options.encryptionKeys.length === 0) return { unreadable: 0, granted: [] };
    const keyring = createKeyring(options.encryptionKeys);
    const store = createInstallationStore({ db, keyring, clock: { now: () => new Date() } });
    const rows = await db.selectFrom('installations').select('workspace').execute();
    const granted: (readonly string[])[] = [];
    for (const { workspace } of rows) {
      try {
        const found = await store.find({ teamId: workspace, enterpriseId: undefined });
        if (found) granted.push(found.bot.scopes);
      } catch (error) {
        if (!(error instanceof CannotReadSecretError)) throw error;
      }
    }
    return { unreadable: rows.length - granted.length, granted };
  }

  try {
    return { canWrite: await canWrite(), ...(await installations()) };
  } finally {
    await close();
  }
}
