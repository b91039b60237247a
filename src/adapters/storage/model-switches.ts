import type { Kysely } from 'kysely';
import type { Clock, ModelSwitches } from '../../reviews/ports.ts';
import { workspaceId } from './in-workspace.ts';
import { orUnavailable } from './or-unavailable.ts';
import type { Tables } from './schema.ts';

interface Deps {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
}

/** One row for each workspace, the same queries for SQLite and Postgres. */
export const createModelSwitches = ({ db, clock }: Deps): ModelSwitches => ({
  async read(workspace) {
    const row = await orUnavailable(
      db
        .selectFrom('model_switches')
        .selectAll()
        .where('workspace', '=', workspaceId(workspace))
        .executeTakeFirst(),
    );
    if (row === undefined) return { on: false, changed: undefined };
    return { on: row.state === 'on', changed: { by: row.changed_by || undefined, at: row.changed_at } };
  },
  async set(workspace, on, by) {
    const said = { state: on ? 'on' : 'off', changed_by: by, changed_at: clock.now().toISOString() } as const;
    await orUnavailable(
      db
        .insertInto('model_switches')
        .values({ workspace: workspaceId(workspace), ...said })
        .onConflict((conflict) => conflict.column('workspace').doUpdateSet(said))
        .execute(),
    );
  },
});
