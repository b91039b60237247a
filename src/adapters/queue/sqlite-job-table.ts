import type { Kysely, Selectable } from 'kysely';
import type { OpenDatabase } from '../storage/open-database.ts';
import type { JobTable, Tables } from '../storage/schema.ts';
import type { JobQueue } from './job-queue.ts';

export type JobRow = Selectable<JobTable>;

/** The rows of one queue. Times are ms since 1970. */
export interface SqliteJobTable {
  insert: JobQueue<unknown>['enqueue'];
  /** Marks up to `limit` due jobs as running, the longest waiting first, and counts the try. */
  claim(limit: number): Promise<JobRow[]>;
  /** When the next waiting job is due. */
  nextRunAt(): Promise<number | undefined>;
  /** Deletes the job (`undefined`) or has it wait until `runAt`, if `row` is still its latest try. */
  settle(row: JobRow, runAt: number | undefined): Promise<void>;
  /** Deletes the job with what the caller writes. */
  end(db: Kysely<Tables>, key: string): Promise<void>;
  /** Has every running job wait: nobody runs it any more. */
  takeBack(): Promise<void>;
  count(): Promise<number>;
  drop: JobQueue<unknown>['drop'];
  dropWorkspace: JobQueue<unknown>['dropWorkspace'];
  /** When the oldest row was made. */
  oldest(): Promise<number | undefined>;
}

export function createSqliteJobTable(
  { db, writer }: Pick<OpenDatabase, 'db' | 'writer'>,
  queue: string,
  now: () => number,
): SqliteJobTable {
  const waiting = () => db.selectFrom('jobs').where('queue', '=', queue).where('state', '=', 'waiting');

  return {
    async insert(trx, { key, workspace, payload, runAt }) {
      const times = { run_at: runAt.getTime(), created_at: now() };
      await trx
        .insertInto('jobs')
        .values({ queue, key, workspace, payload: JSON.stringify(payload), ...times })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async claim(limit) {
      const due = waiting().where('run_at', '<=', now()).orderBy('run_at').orderBy('created_at');
      return writer.one((db) =>
        db
          .updateTable('jobs')
          .set((set) => ({ state: 'running', attempts: set('attempts', '+', 1) }))
          .where('queue', '=', queue)
          .where('key', 'in', due.select('key').limit(limit))
          .returningAll()
          .execute(),
      );
    },

    async nextRunAt() {
      const next = await waiting().orderBy('run_at').select('run_at').executeTakeFirst();
      return next?.run_at;
    },

    async settle({ key, attempts }, runAt) {
      const latest = { queue, key, attempts };
      if (runAt === undefined) {
        await writer.one((db) =>
          db
            .deleteFrom('jobs')
            .where((row) => row.and(latest))
            .execute(),
        );
      } else {
        await writer.one((db) =>
          db
            .updateTable('jobs')
            .set({ state: 'waiting', run_at: runAt })
            .where((row) => row.and(latest))
            .execute(),
        );
      }
    },

    async end(db, key) {
      await db.deleteFrom('jobs').where('queue', '=', queue).where('key', '=', key).execute();
    },

    async takeBack() {
      await db
        .updateTable('jobs')
        .set({ state: 'waiting', run_at: now() })
        .where('queue', '=', queue)
        .where('state', '=', 'running')
        .execute();
    },

    async count() {
      const { count } = await db
        .selectFrom('jobs')
        .where('queue', '=', queue)
        .select((rows) => rows.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },

    async drop(trx, keys) {
      await trx.deleteFrom('jobs').where('queue', '=', queue).where('key', 'in', keys).execute();
    },

    async dropWorkspace(workspace) {
      await db.deleteFrom('jobs').where('workspace', '=', workspace).execute();
    },

    async oldest() {
      const { oldest } = await db
        .selectFrom('jobs')
        .where('queue', '=', queue)
        .select((rows) => rows.fn.min<number | null>('created_at').as('oldest'))
        .executeTakeFirstOrThrow();
      return oldest ?? undefined;
    },
  };
}
