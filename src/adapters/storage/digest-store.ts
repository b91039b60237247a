import { type Kysely, sql, type Transaction } from 'kysely';
import type { DigestStore, KeptSchedule } from '../../reviews/digests/ports.ts';
import type { Clock } from '../../reviews/ports.ts';
import { derivedUuid } from '../../reviews/review-id.ts';
import type { DigestJob } from '../queue/digest-job.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import { keptDigest, keptSchedule, keyOf, placeColumns } from './digest-rows.ts';
import { orUnavailable } from './or-unavailable.ts';
import type { Tables } from './schema.ts';

interface Deps {
  readonly db: Kysely<Tables>;
  readonly jobs: Pick<JobQueue<DigestJob>, 'enqueue' | 'wake'>;
  readonly clock: Clock;
}

type Begin = Parameters<DigestStore['begin']>;

/** Digests in SQL, the same queries for SQLite and Postgres. */
export function createDigestStore({ db, jobs, clock }: Deps): DigestStore {
  /** One statement moves the schedule on, and only from where it was read: of many processes one succeeds. */
  const moveOn = (
    trx: Transaction<Tables>,
    { place, nextDue, coveredUntil }: KeptSchedule,
    next: Begin[2],
  ): Promise<boolean> =>
    trx
      .updateTable('digest_schedules')
      .set({ next_due: next.nextDue, covered_until: next.coveredUntil })
      .where((row) => row.and(keyOf(place)))
      .where('state', '=', 'on')
      .where('next_due', '=', nextDue)
      .where('covered_until', '=', coveredUntil)
      .returning('channel_id')
      .execute()
      .then((rows) => rows.length > 0);

  const begin = (...[schedule, { period, dueAt }, next, runAt]: Begin): Promise<boolean> =>
    db.transaction().execute(async (trx) => {
      if (!(await moveOn(trx, schedule, next))) return false;
      const place = placeColumns(schedule.place);
      const { workspace, channel_id } = place;
      const id = derivedUuid('digest', workspace, channel_id, period.from);
      const stored = await trx
        .insertInto('digests')
        .values({
          ...place,
          id,
          period_from: period.from,
          period_to: period.to,
          due_at: dueAt,
          state: 'due',
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .execute();
      if (stored.length === 0) return false;
      await jobs.enqueue(trx, { key: id, workspace, payload: { digestId: id }, runAt });
      return true;
    });

  return {
    async schedule(place) {
      const row = await orUnavailable(
        db
          .selectFrom('digest_schedules')
          .selectAll()
          .where((row) => row.and(keyOf(place)))
          .executeTakeFirst(),
      );
      return row && keptSchedule(row);
    },

    async keep({ place, schedule, owner, state, anchor, nextDue, coveredUntil }) {
      const set = {
        schedule: JSON.stringify(schedule),
        owner: owner ?? '',
        state,
        anchor,
        next_due: nextDue,
      };
      await orUnavailable(
        db
          .insertInto('digest_schedules')
          .values({ ...placeColumns(place), ...set, covered_until: coveredUntil })
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'channel_id']).doUpdateSet({
              ...set,
              // Times of one spelling compare as texts. A digest may have begun since the schedule was read.
              covered_until: sql<string>`case when digest_schedules.covered_until > ${coveredUntil} then digest_schedules.covered_until else ${coveredUntil} end`,
            }),
          )
          .execute(),
      );
    },

    async turnOff(place) {
      await orUnavailable(
        db
          .updateTable('digest_schedules')
          .set({ state: 'off' })
          .where((row) => row.and(keyOf(place)))
          .execute(),
      );
    },

    async due(now, limit) {
      const rows = await orUnavailable(
        db
          .selectFrom('digest_schedules')
          .selectAll()
          .where('state', '=', 'on')
          .where('next_due', '<=', now.toISOString())
          .orderBy('next_due')
          .orderBy('workspace')
          .orderBy('channel_id')
          .limit(limit)
          .execute(),
      );
      return rows.map(keptSchedule);
    },

    async oldestDue(now) {
      const waiting = db
        .selectFrom('digests')
        .select(({ fn }) => fn.min('due_at').as('due'))
        .where('state', '=', 'due');
      const unseen = db
        .selectFrom('digest_schedules')
        .select(({ fn }) => fn.min('next_due').as('due'))
        .where('state', '=', 'on')
        .where('next_due', '<=', now.toISOString());
      const rows = await orUnavailable(waiting.unionAll(unseen).execute());
      return rows
        .flatMap(({ due }) => due ?? [])
        .toSorted()
        .at(0);
    },

    async begin(...args) {
      const begun = await orUnavailable(begin(...args));
      if (begun) jobs.wake();
      return begun;
    },

    async digest(id) {
      const row = await orUnavailable(
        db.selectFrom('digests').selectAll().where('id', '=', id).executeTakeFirst(),
      );
      return row && keptDigest(row);
    },

    async latest(place, limit) {
      const rows = await orUnavailable(
        db
          .selectFrom('digests')
          .selectAll()
          .where((row) => row.and(keyOf(place)))
          .orderBy('period_from', 'desc')
          .limit(limit)
          .execute(),
      );
      return rows.map(keptDigest);
    },

    async recordFigures(id, figures) {
      await orUnavailable(
        db
          .updateTable('digests')
          .set({ figures: JSON.stringify(figures) })
          .where('id', '=', id)
          .execute(),
      );
    },

    async finish(id, state, ts) {
      await orUnavailable(
        db
          .updateTable('digests')
          .set({ state, ts: ts ?? null, finished_at: clock.now().toISOString() })
          .where('id', '=', id)
          .where('state', '=', 'due')
          .execute(),
      );
    },

    async pause(place) {
      await orUnavailable(
        db
          .updateTable('digest_schedules')
          .set({ state: 'paused' })
          .where((row) => row.and(keyOf(place)))
          .where('state', '=', 'on')
          .execute(),
      );
    },
  };
}
