import { type Kysely, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { Clock, PostedReviews, ReviewRequest, ReviewStore } from '../../reviews/ports.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import { inWorkspace, isReview, workspaceId } from './in-workspace.ts';
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
  readonly jobs: Pick<JobQueue<ReviewRequest>, 'enqueue' | 'wake' | 'end'>;
  readonly hashes: KeyedHashes;
  readonly clock: Clock;
}

/**
 * Reviews in SQL, the same queries for SQLite and Postgres. Every method throws StoreUnavailableError when
 * the database does not answer.
 */
export function createReviewStore({ db, writer, jobs, hashes, clock }: Deps): ReviewStore & PostedReviews {
  /** False when the id is there already. The write comes first, so that SQLite waits its turn for it. */
  async function insertReview(trx: Transaction<Tables>, request: ReviewRequest): Promise<boolean> {
    const draftHash = hashes.draft(request);
    const rows = await trx
      .insertInto('reviews')
      .values({
        id: request.id,
        team_id: request.teamId ?? null,
        enterprise_id: request.enterpriseId ?? null,
        channel_id: request.channelId,
        person_hash: hashes.person(request),
        draft_hash: draftHash,
        first_of_draft: sql<number>`case when exists (select 1 from reviews where draft_hash = ${draftHash}) then 0 else 1 end`,
        source: request.source,
        requested_at: request.requestedAt,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    return rows.length > 0;
  }

  const acceptOnce = (request: ReviewRequest, until?: AbortSignal): Promise<'accepted' | 'duplicate'> =>
    writer.all(async (trx) => {
      until?.throwIfAborted();
      if (!(await insertReview(trx, request))) return 'duplicate';
      await jobs.enqueue(trx, {
        key: request.id,
        workspace: workspaceId(request),
        payload: request,
        runAt: clock.now(),
      });
      // Whoever waited was told by now that nothing was kept.
      until?.throwIfAborted();
      return 'accepted';
    });

  const counted = (rows: SelectQueryBuilder<Tables, 'reviews', { one: number }>) =>
    db.selectFrom(rows.as('some')).select(({ fn }) => fn.countAll<number>().as('count'));

  return {
    async accept(request, until) {
      const outcome = await orUnavailable(acceptOnce(request, until));
      if (outcome === 'accepted') jobs.wake();
      return outcome;
    },

    async progress(review) {
      const row = await orUnavailable(
        db
          .selectFrom('reviews')
          .select(['parent_ts', 'reply_ts', 'state'])
          .where(isReview(review))
          .executeTakeFirst(),
      );
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
