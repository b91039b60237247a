import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Clock, PostedReviews, ReviewKey, ReviewRequest, ReviewStore } from '../../reviews/ports.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import { createAcceptOnce } from './accept-once.ts';
import { inWorkspace, isReview } from './in-workspace.ts';
import type { KeyedHashes } from './keyed-hashes.ts';
import { orUnavailable } from './or-unavailable.ts';
import { pastReview } from './past-review.ts';
import { createPostedReviews } from './posted-reviews.ts';
import { columns } from './record-columns.ts';
import { createRevisionStore } from './revision-store.ts';
import type { Tables } from './schema.ts';
import type { Writer } from './writer.ts';

interface Deps {
  readonly db: Kysely<Tables>;
  readonly writer: Writer;
  readonly jobs: Pick<JobQueue<ReviewRequest>, 'enqueue' | 'withRow' | 'wake' | 'end'>;
  readonly hashes: KeyedHashes;
  readonly clock: Clock;
}

/**
 * Reviews in SQL, the same queries for SQLite and Postgres. Every method throws StoreUnavailableError when
 * the database does not answer.
 */
export function createReviewStore({ db, writer, jobs, hashes, clock }: Deps): ReviewStore & PostedReviews {
  const acceptOnce = createAcceptOnce({ db, writer, jobs, hashes, clock });

  const progressOf = (review: ReviewKey) =>
    db
      .selectFrom('reviews')
      .select(['parent_ts', 'reply_ts', 'state'])
      .where(isReview(review))
      .executeTakeFirst();

  const counted = (rows: SelectQueryBuilder<Tables, 'reviews', { one: number }>) =>
    db.selectFrom(rows.as('some')).select(({ fn }) => fn.countAll<number>().as('count'));

  return {
    async accept(request, until) {
      const outcome = await orUnavailable(acceptOnce(request, until));
      if (outcome === 'accepted') jobs.wake();
      return outcome;
    },

    async progress(review) {
      const row = await orUnavailable(progressOf(review));
      return (
        row && {
          parentTs: row.parent_ts ?? undefined,
          replyTs: row.reply_ts ?? undefined,
          done: row.state !== 'accepted',
        }
      );
    },

    async recordParent(review, ts) {
      await orUnavailable(
        writer.one((db) =>
          db.updateTable('reviews').set({ parent_ts: ts }).where(isReview(review)).execute(),
        ),
      );
    },

    async finish(review, record, replyTs) {
      const change = {
        finished_at: clock.now().toISOString(),
        ...(replyTs === undefined ? {} : { reply_ts: replyTs }),
        ...(record ? { state: 'delivered' as const, ...columns(record) } : { state: 'given-up' as const }),
      };
      await orUnavailable(
        writer.soon(async (db) => {
          const { numUpdatedRows } = await db
            .updateTable('reviews')
            .set(change)
            .where(isReview(review))
            // A review that is over stays as it is: two processes may both have worked on it.
            .where('state', '=', 'accepted')
            .executeTakeFirstOrThrow();
          if (numUpdatedRows > 0n) await jobs.end?.(db, review.id);
          // Somebody was so quick to edit the reply that its review is over already.
          else if (replyTs !== undefined)
            await db.updateTable('reviews').set({ reply_ts: replyTs }).where(isReview(review)).execute();
        }),
      );
    },

    async askedSince(person, since, { perPerson, perWorkspace }) {
      const recently = db
        .selectFrom('reviews')
        .select(sql.lit(1).as('one'))
        .where('requested_at', '>=', since);
      const ofPerson = recently.where('person_hash', '=', hashes.person(person)).limit(perPerson);
      const ofWorkspace = recently.where(inWorkspace(person)).limit(perWorkspace);
      const counts = db.selectNoFrom([
        counted(ofPerson).$asScalar().as('byPerson'),
        counted(ofWorkspace).$asScalar().as('inWorkspace'),
      ]);
      const { byPerson, inWorkspace: inThere } = await orUnavailable(counts.executeTakeFirstOrThrow());
      return { byPerson: Number(byPerson), inWorkspace: Number(inThere) };
    },

    async recent(person, limit) {
      const rows = await orUnavailable(
        db
          .selectFrom('reviews')
          .select(['requested_at', 'band', 'score', 'present', 'missing', 'faults', 'dismissed'])
          .where('person_hash', '=', hashes.person(person))
          .where(inWorkspace(person))
          .where('state', '=', 'delivered')
          .orderBy('requested_at', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute(),
      );
      return rows.map(pastReview);
    },

    ...createPostedReviews({ db, hashes }),
    ...createRevisionStore(db, clock),
  };
}
