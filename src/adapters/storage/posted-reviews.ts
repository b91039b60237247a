import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { PostedReviews, ReviewKey } from '../../reviews/ports.ts';
import { isReview } from './in-workspace.ts';
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
  const rowOf = (review: ReviewKey) =>
    db.selectFrom('reviews').select(['dismissed', 'revision']).where(isReview(review)).executeTakeFirst();

  /** Writes only over what was read, and reads again where somebody else was quicker: no press is lost. */
  async function setDismissed(
    review: ReviewKey,
    rule: string,
    wanted: boolean,
    revision?: number,
  ): Promise<string[] | 'changed' | undefined> {
    for (;;) {
      const row = await rowOf(review);
      if (row === undefined) return undefined;
      if (revision !== undefined && row.revision !== revision) return 'changed';
      const before = ruleIds.parse(JSON.parse(row.dismissed));
      if (before.includes(rule) === wanted) return before;
      const after = wanted ? [...before, rule] : before.filter((dismissed) => dismissed !== rule);
      const { numUpdatedRows } = await db
        .updateTable('reviews')
        .set({ dismissed: JSON.stringify(after) })
        .where(isReview(review))
        .where('dismissed', '=', row.dismissed)
        .where('revision', '=', row.revision)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n) return after;
    }
  }

  return {
    setDismissed: (review, rule, dismissed, revision) =>
      orUnavailable(setDismissed(review, rule, dismissed, revision)),

    async rescore(review, { band, score }, revision) {
      const update = db.updateTable('reviews').set({ band, score }).where(isReview(review));
      const { numUpdatedRows } = await orUnavailable(
        (revision === undefined ? update : update.where('revision', '=', revision)).executeTakeFirst(),
      );
      return numUpdatedRows > 0n ? 'rescored' : 'changed';
    },

    async rate(review, feedback) {
      const another = db
        .updateTable('reviews')
        .set({ feedback })
        .where(isReview(review))
        .where((row) => row.or([row('feedback', 'is', null), row('feedback', '!=', feedback)]));
      const { numUpdatedRows } = await orUnavailable(another.executeTakeFirstOrThrow());
      if (numUpdatedRows > 0n) return 'noted';
      return (await orUnavailable(rowOf(review))) && 'noted-before';
    },

    async isAskedBy(review, userId) {
      const row = await orUnavailable(
        db.selectFrom('reviews').select('person_hash').where(isReview(review)).executeTakeFirst(),
      );
      return row && row.person_hash === hashes.person({ ...review, userId });
    },

    async forget(review) {
      await orUnavailable(db.deleteFrom('reviews').where(isReview(review)).execute());
    },
  };
}
