import type { Kysely } from 'kysely';
import type { DigestReviews } from '../../reviews/digests/ports.ts';
import { createFirstRecords } from './first-record.ts';
import { inWorkspace } from './in-workspace.ts';
import { orUnavailable } from './or-unavailable.ts';
import type { Tables } from './schema.ts';

/** Reviews as digests count them, in SQL: the same queries for SQLite and Postgres. */
export const createDigestReviews = (db: Kysely<Tables>): DigestReviews => ({
  async counted(place, { from, to }) {
    const reviews = db
      .selectFrom('reviews')
      .select(['requested_at', 'person_hash', 'score', 'present', 'missing', 'faults'])
      .select(['dismissed', 'first_record', 'revision', 'rules_version'])
      .where(inWorkspace(place))
      .where('channel_id', '=', place.channelId)
      .where('requested_at', '>=', from)
      .where('requested_at', '<', to)
      .where('state', '=', 'delivered')
      .where('first_of_draft', '=', 1)
      .orderBy('requested_at');
    const rows = await orUnavailable(reviews.execute());
    const firstRecordOf = createFirstRecords();
    return rows.map((row) => ({
      requestedAt: row.requested_at,
      person: row.person_hash,
      ...firstRecordOf(row),
      rulesVersion: row.rules_version ?? '',
      lastScore: row.first_record !== null ? (row.score ?? undefined) : undefined,
    }));
  },

  async deleteBefore(before, limit) {
    const oldest = db
      .selectFrom('reviews')
      .select('id')
      .where('requested_at', '<', before.toISOString())
      .orderBy('requested_at')
      .limit(limit);
    const { numDeletedRows } = await orUnavailable(
      db.deleteFrom('reviews').where('id', 'in', oldest).executeTakeFirst(),
    );
    return Number(numDeletedRows);
  },
});
