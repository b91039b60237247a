import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { PostedReviews } from '../../reviews/ports.ts';
import type { KeyedHashes } from './keyed-hashes.ts';
import { orUnavailable } from './or-unavailable.ts';
import type { Tables } from './schema.ts';

interface Deps {
  readonly db: Kysely<Tables>;
  readonly hashes: Pick<KeyedHashes, 'person'>;
}

const ruleIds = z.array(z.string());

/** What people do with a review, in SQL. Every method throws StoreUnavailableError when the database does not answer. */
export function createPostedReviews({ db, hashes }: Deps): PostedReviews {
  const rowOf = (id: string) =>
    db.selectFrom('reviews').select(['dismissed', 'revision']).where('id', '=', id).executeTakeFirst();

  /** Writes only over what was read, and reads again where somebody else was quicker: no press is lost. */
  async function setDismissed(
    id: string,
    rule: string,
    wanted: boolean,
    revision?: number,
  ): Promise<string[] | 'changed' | undefined> {
    for (;;) {
      const row = await rowOf(id);
      if (row === undefined) return undefined;
      if (revision !== undefined && row.revision !== revision) return 'changed';
      const before = ruleIds.parse(JSON.parse(row.dismissed));
      if (before.includes(rule) === wanted) return before;
      const after = wanted ? [...before, rule] : before.filter((dismissed) => dismissed !== rule);
      const { numUpdatedRows } = await db
        .updateTable('reviews')
        .set({ dismissed: JSON.stringify(after) })
        .where('id', '=', id)
        .where('dismissed', '=', row.dismissed)
        .where('revision', '=', row.revision)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n) return after;
    }
  }

  return {
    setDismissed: (id, rule, dismissed, revision) =>
      orUnavailable(setDismissed(id, rule, dismissed, revision)),

    async rescore(id, { band, score }, revision) {
      const update = db.updateTable('reviews').set({ band, score }).where('id', '=', id);
      const { numUpdatedRows } = await orUnavailable(
        (revision === undefined ? update : update.where('revision', '=', revision)).executeTakeFirst(),
      );
      return numUpdatedRows > 0n ? 'rescored' : 'changed';
    },

    async rate(id, feedback) {
      const another = db
        .updateTable('reviews')
        .set({ feedback })
        .where('id', '=', id)
        .where((row) => row.or([row('feedback', 'is', null), row('feedback', '!=', feedback)]));
      const { numUpdatedRows } = await orUnavailable(another.executeTakeFirstOrThrow());
      if (numUpdatedRows > 0n) return 'noted';
      return (await orUnavailable(rowOf(id))) && 'noted-before';
    },

    async isAskedBy(id, person) {
      const row = await orUnavailable(
        db.selectFrom('reviews').select('person_hash').where('id', '=', id).executeTakeFirst(),
      );
      return row && row.person_hash === hashes.person(person);
    },

    async forget(id) {
      await orUnavailable(db.deleteFrom('reviews').where('id', '=', id).execute());
    },
  };
}
