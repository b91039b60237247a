import type { Kysely } from 'kysely';
import type { UsedLinks } from '../../reviews/installations.ts';
import type { Clock } from '../../reviews/ports.ts';
import { orUnavailable } from './or-unavailable.ts';
import type { Tables } from './schema.ts';

interface Deps {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
}

/** Used links in SQL, the same queries for SQLite and Postgres. Those that have expired are swept away with the next one. */
export const createUsedLinks = ({ db, clock }: Deps): UsedLinks => ({
  async use(link, expires) {
    const now = clock.now().toISOString();
    await orUnavailable(db.deleteFrom('used_links').where('expires_at', '<', now).execute());
    const rows = await orUnavailable(
      db
        .insertInto('used_links')
        .values({ link, expires_at: expires.toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .returning('link')
        .execute(),
    );
    return rows.length > 0;
  },
});
