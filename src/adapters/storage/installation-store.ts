import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Installation, Installations, KeptInstallation } from '../../reviews/installations.ts';
import type { Clock, Workspace } from '../../reviews/ports.ts';
import { CannotReadSecretError } from './errors.ts';
import { workspaceId } from './in-workspace.ts';
import type { Keyring } from './keyring.ts';
import { orUnavailable } from './or-unavailable.ts';
import type { InstallationTable, Tables } from './schema.ts';

interface Deps {
  readonly db: Kysely<Tables>;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

const stored = z.object({
  teamId: z.string().optional(),
  enterpriseId: z.string().optional(),
  appId: z.string().optional(),
  bot: z.object({
    token: z.string(),
    botId: z.string(),
    userId: z.string(),
    scopes: z.array(z.string()),
    rotation: z.object({ refreshToken: z.string(), expiresAt: z.iso.datetime() }).optional(),
  }),
  installedAt: z.iso.datetime(),
});

export interface InstallationStore extends Installations {
  /**
   * Encrypts with the newest key whatever was encrypted with an older one; resolves to how many it were.
   * Throws CannotReadSecretError when the key of any of them is not here, before anything is changed.
   */
  reseal(): Promise<number>;
}

/** Installations in SQL, the same queries for SQLite and Postgres; all of one but its workspace and dates is encrypted. */
export function createInstallationStore({ db, keyring, clock }: Deps): InstallationStore {
  const now = (): string => clock.now().toISOString();

  function sealedRow(installation: Installation): { workspace: string; key_id: string; sealed: string } {
    const { teamId, enterpriseId, appId, bot, installedAt } = installation;
    const workspace = workspaceId(installation);
    const text = JSON.stringify({ teamId, enterpriseId, appId, bot, installedAt });
    const { keyId, sealed } = keyring.seal(text, workspace);
    return { workspace, key_id: keyId, sealed };
  }

  function opened(row: Selectable<InstallationTable>): KeptInstallation {
    const text = keyring.open({ keyId: row.key_id, sealed: row.sealed }, row.workspace);
    const { teamId, enterpriseId, appId, ...rest } = stored.parse(JSON.parse(text));
    return { ...rest, teamId, enterpriseId, appId, version: row.version };
  }

  const found = (installation: KeptInstallation) =>
    db
      .updateTable('installations')
      .where('workspace', '=', workspaceId(installation))
      .where('version', '=', installation.version);

  return {
    async find(workspace) {
      const row = await orUnavailable(
        db
          .selectFrom('installations')
          .selectAll()
          .where('workspace', '=', workspaceId(workspace))
          .executeTakeFirst(),
      );
      return row && opened(row);
    },

    async save(installation) {
      const row = { ...sealedRow(installation), installed_at: installation.installedAt };
      await orUnavailable(
        db
          .insertInto('installations')
          .values({ ...row, version: 1 })
          .onConflict((conflict) =>
            conflict
              .column('workspace')
              .doUpdateSet({ ...row, version: sql`installations.version + 1`, renewing_until: '' }),
          )
          .execute(),
      );
    },

    async claimRenewal(installation, forMs) {
      const until = new Date(clock.now().getTime() + forMs).toISOString();
      const { numUpdatedRows } = await orUnavailable(
        found(installation)
          .where('renewing_until', '<=', now())
          .set({ renewing_until: until })
          .executeTakeFirst(),
      );
      return numUpdatedRows > 0n;
    },

    async releaseRenewal(installation) {
      await orUnavailable(found(installation).set({ renewing_until: '' }).execute());
    },

    async renew(installation, bot) {
      const { key_id, sealed } = sealedRow({ ...installation, bot });
      const version = installation.version + 1;
      const { numUpdatedRows } = await orUnavailable(
        found(installation).set({ key_id, sealed, version, renewing_until: '' }).executeTakeFirst(),
      );
      return numUpdatedRows > 0n ? 'renewed' : 'changed';
    },

    async remove(workspace: Workspace) {
      await orUnavailable(
        db.deleteFrom('installations').where('workspace', '=', workspaceId(workspace)).execute(),
      );
    },

    async reseal() {
      const old = await orUnavailable(
        db.selectFrom('installations').selectAll().where('key_id', '!=', keyring.currentId()).execute(),
      );
      if (old.some(({ key_id }) => !keyring.ids.includes(key_id)))
        throw new CannotReadSecretError('it takes a key that is not here');
      let count = 0;
      for (const row of old) {
        const { key_id, sealed } = sealedRow(opened(row));
        const { numUpdatedRows } = await orUnavailable(
          db
            .updateTable('installations')
            .set({ key_id, sealed })
            .where('workspace', '=', row.workspace)
            // Somebody else may have written it meanwhile, with a token that we have not read.
            .where('sealed', '=', row.sealed)
            .executeTakeFirst(),
        );
        count += Number(numUpdatedRows);
      }
      return count;
    },
  };
}
