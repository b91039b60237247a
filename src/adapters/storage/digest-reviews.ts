import type { Kysely } from 'kysely';
import type { DigestReviews } from '../../reviews/digests/ports.ts';
import { createFirstRecords } from './first-record.ts';
import { orUnavailable } from './or-unavailable.ts';
import type { Tables } from './schema.ts';

/** Reviews as digests count them, in SQL: the same queries for SQLite and Postgres. */
export const createDigestReviews = (db: Kysely<Tables>): DigestReviews => ({
  async counted({ teamId, enterpriseId, channelId }, { from, to }) {
    const reviews = db
      .selectFrom('reviews')
      .select(['requested_at', 'person_hash', 'score', 'present', 'missing', 'faults'])
      .select(['dismissed', 'first_record', 'revision', 'rules_version'])
      .where('channel_id', '=', channelId)
      .where('requested_at', '>=', from)
      .where('requested_at', '<', to)
      .where('state', '=', 'delivered')
      .where('first_of_draft', '=', 1)
      .orderBy('requested_at');
    const inWorkspace =
      teamId === undefined
        ? reviews
            .where('team_id', 'is', null)
            .where('enterprise_id', enterpriseId === undefined ? 'is' : '=', enterpriseId ?? null)
        : reviews.where('team_id', '=', teamId);
    const rows = await orUnavailable(inWorkspace.execute());
    const firstRecordOf = createFirstRecords();
    return rows.map((row) => ({
      requestedAt: row.requested_at,
      person: row.person_hash,
      ...firstRecordOf(row),
      rulesVersion: row.rules_version ?? '',
      lastScore: row.revision > 0 ? (row.score ?? undefined) : undefined,
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
