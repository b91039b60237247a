import type { Kysely, Updateable } from 'kysely';
import { z } from 'zod';
import { BANDS } from '../../evaluator/review.ts';
import type { Clock, ReviewKey, RevisionStore } from '../../reviews/ports.ts';
import { firstRecordOf } from './first-record.ts';
import { isReview } from './in-workspace.ts';
import { orUnavailable } from './or-unavailable.ts';
import { columns } from './record-columns.ts';
import type { ReviewTable, Tables } from './schema.ts';

type Former = Omit<Updateable<ReviewTable>, 'revision'> & { readonly revision: number };

const bandSchema = z.enum(BANDS);

/** Compare and set on the row of a review: one statement, so that of two people at once one is told. */
export function createRevisionStore(db: Kysely<Tables>, clock: Clock): RevisionStore {
  /** Brings back a former row, unless it has been changed further. */
  const takeBack = (review: ReviewKey, former: Former) => async () => {
    await orUnavailable(
      db
        .updateTable('reviews')
        .set(former)
        .where(isReview(review))
        .where('revision', '=', former.revision + 1)
        .execute(),
    );
  };
  const formerly = (review: ReviewKey, revision: number) =>
    db
      .selectFrom('reviews')
      .select(['engine', 'rules_version', 'band', 'score', 'present', 'missing', 'faults'])
      .select(['revision', 'dismissed', 'state', 'finished_at', 'first_record'])
      .where(isReview(review))
      .where('revision', '=', revision)
      .executeTakeFirst();
  return {
    async standing(review) {
      const row = await orUnavailable(
        db
          .selectFrom('reviews')
          .select(['revision', 'band', 'score'])
          .where(isReview(review))
          .executeTakeFirst(),
      );
      return (
        row && {
          revision: row.revision,
          band: row.band === null ? undefined : bandSchema.parse(row.band),
          score: row.score ?? undefined,
        }
      );
    },

    async revise(review, revision, record) {
      const former = await orUnavailable(formerly(review, revision));
      if (former === undefined) return 'changed';
      const { numUpdatedRows } = await orUnavailable(
        db
          .updateTable('reviews')
          .set({
            ...columns(record),
            revision: revision + 1,
            dismissed: '[]',
            // An edit before the first check was even stored leaves nothing to remember.
            ...(former.score === null ? {} : { first_record: JSON.stringify(firstRecordOf(former)) }),
            // The button may be pressed while the job that posted the reply is not quite done.
            state: 'delivered',
            finished_at: clock.now().toISOString(),
          })
          .where(isReview(review))
          .where('revision', '=', revision)
          .executeTakeFirst(),
      );
      if (numUpdatedRows === 0n) return 'changed';
      return takeBack(review, former);
    },

    async reread(review, record) {
      const former = await orUnavailable(formerly(review, 0));
      if (former === undefined) return 'changed';
      // Nobody edited the text, so there is no earlier one to remember.
      const { numUpdatedRows } = await orUnavailable(
        db
          .updateTable('reviews')
          .set({ ...columns(record), revision: 1 })
          .where(isReview(review))
          .where('revision', '=', 0)
          .where('dismissed', '=', '[]')
          .executeTakeFirst(),
      );
      return numUpdatedRows === 0n ? 'changed' : takeBack(review, former);
    },
  };
}
