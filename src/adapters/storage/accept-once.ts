import { type Kysely, sql } from 'kysely';
import type { Clock, ReviewRequest } from '../../reviews/ports.ts';
import type { Job, JobQueue } from '../queue/job-queue.ts';
import { createDatabaseClock } from './database-clock.ts';
import { workspaceId } from './in-workspace.ts';
import type { KeyedHashes } from './keyed-hashes.ts';
import type { Tables } from './schema.ts';
import type { Writer } from './writer.ts';

interface Deps {
  readonly db: Kysely<Tables>;
  readonly writer: Writer;
  readonly jobs: Pick<JobQueue<ReviewRequest>, 'enqueue' | 'withRow'>;
  readonly hashes: KeyedHashes;
  readonly clock: Clock;
}

type Outcome = 'accepted' | 'duplicate';

/**
 * Stores a review and its job, both or neither; the same id again changes nothing. Leaves nothing behind that
 * comes to be stored long after `until` was aborted.
 */
export function createAcceptOnce({ db, writer, jobs, hashes, clock }: Deps) {
  const { withRow } = jobs;
  const databaseClock = createDatabaseClock(db);

  const rowOf = (request: ReviewRequest) => {
    const draftHash = hashes.draft(request);
    return {
      id: request.id,
      team_id: request.teamId ?? null,
      enterprise_id: request.enterpriseId ?? null,
      channel_id: request.channelId,
      person_hash: hashes.person(request),
      draft_hash: draftHash,
      first_of_draft: sql<number>`case when exists (select 1 from reviews where draft_hash = ${draftHash}) then 0 else 1 end`,
      source: request.source,
      requested_at: request.requestedAt,
    };
  };

  const jobOf = (request: ReviewRequest): Job<ReviewRequest> => ({
    key: request.id,
    workspace: workspaceId(request),
    payload: request,
    runAt: clock.now(),
  });

  const acceptInSteps = (request: ReviewRequest, until?: AbortSignal): Promise<Outcome> =>
    writer.all(async (trx) => {
      until?.throwIfAborted();
      // The write comes first, so that SQLite waits its turn for it.
      const isNew = trx
        .insertInto('reviews')
        .values(rowOf(request))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id');
      if ((await isNew.executeTakeFirst()) === undefined) return 'duplicate';
      await jobs.enqueue(trx, jobOf(request));
      // Whoever waited was told by now that nothing was kept.
      until?.throwIfAborted();
      return 'accepted';
    });

  async function acceptAtOnce(
    store: NonNullable<typeof withRow>,
    request: ReviewRequest,
    until?: AbortSignal,
  ): Promise<Outcome> {
    for (;;) {
      const latest = await databaseClock.latest();
      until?.throwIfAborted();
      const row = rowOf(request);
      const values = Object.entries(row).map(([name, value]) => sql`${value}`.as(name));
      const insertInTime = db
        .insertInto('reviews')
        .columns(Object.keys(row) as (keyof typeof row)[])
        .expression(db.selectNoFrom(values).where(sql<boolean>`clock_timestamp() <= ${latest}::timestamptz`))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id');
      const { rows } = await (await store(jobOf(request), sql`${insertInTime}`)).execute(db);
      if (rows.length > 0) return 'accepted';
      if (await isThere(request.id)) return 'duplicate';
      // It came too late, or the database's clock was set.
      databaseClock.compareAgain();
    }
  }

  const isThere = async (id: string): Promise<boolean> =>
    (await db.selectFrom('reviews').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

  return (request: ReviewRequest, until?: AbortSignal): Promise<Outcome> =>
    withRow === undefined ? acceptInSteps(request, until) : acceptAtOnce(withRow, request, until);
}
