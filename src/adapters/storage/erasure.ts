import { type Kysely, sql, type Transaction } from 'kysely';
import type { Erasure } from '../../reviews/erasure.ts';
import type { Clock, Person, ReviewRequest, Workspace } from '../../reviews/ports.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import { inWorkspace, workspaceId } from './in-workspace.ts';
import { KEPT_TABLES, type Kept } from './kept-tables.ts';
import type { KeyedHashes } from './keyed-hashes.ts';
import { orUnavailable } from './or-unavailable.ts';
import type { Tables } from './schema.ts';

/** Rows that one statement deletes: others wait no longer than for that. */
const BATCH = 500;

/**
 * The queue drops the jobs, wherever it keeps them; the installation went when the departure was noted, and
 * one that stands there now is a new one.
 */
const GONE_ALREADY: ReadonlySet<keyof Tables> = new Set(['jobs', 'installations']);

interface Deps {
  readonly db: Kysely<Tables>;
  readonly jobs: Pick<JobQueue<ReviewRequest>, 'drop' | 'dropWorkspace'>;
  readonly hashes: Pick<KeyedHashes, 'person'>;
  readonly clock: Clock;
  /** Overwrites what was deleted, where the database leaves that to us. */
  readonly eraseTraces: () => Promise<unknown>;
}

/** Deletes by the list of all tables (`kept-tables.ts`), the same way in SQLite and Postgres. */
export function createErasure({ db, jobs, hashes, clock, eraseTraces }: Deps): Erasure {
  async function empty(table: keyof Tables, { ofWorkspace, inTurns }: Kept, workspace: Workspace) {
    const [name, column, theirs] = [sql.table(table), sql.ref(inTurns), ofWorkspace(workspace)];
    for (;;) {
      const { numAffectedRows = 0n } = await sql`
        delete from ${name} where ${theirs} and ${column} in
          (select ${column} from ${name} where ${theirs} limit ${BATCH})`.execute(db);
      if (numAffectedRows === 0n) return;
    }
  }

  async function forgetWorkspace(workspace: Workspace): Promise<void> {
    await jobs.dropWorkspace(workspaceId(workspace));
    // In the order of the list: the note goes last.
    for (const table of Object.keys(KEPT_TABLES) as (keyof Tables)[]) {
      const kept = KEPT_TABLES[table];
      if (kept !== 'nobody' && !GONE_ALREADY.has(table)) await empty(table, kept, workspace);
    }
  }

  /** Reviews of a person that have a job; the job of one that comes after this finds no review, and ends. */
  async function unanswered(person: Person): Promise<string[]> {
    const rows = await db
      .selectFrom('reviews')
      .select('id')
      .where('person_hash', '=', hashes.person(person))
      .where(inWorkspace(person))
      .where('state', '=', 'accepted')
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Resolves to how many rows went, and how many stay without the name. */
  async function withoutPerson(trx: Transaction<Tables>, person: Person) {
    const count = { goes: 0n, stays: 0n };
    for (const [name, kept] of Object.entries(KEPT_TABLES)) {
      if (kept === 'nobody' || kept.person === undefined) continue;
      const { column, by, row } = kept.person;
      const value = by === 'hash' ? hashes.person(person) : person.userId;
      const theirs = sql`${kept.ofWorkspace(person)} and ${sql.ref(column)} = ${value}`;
      const change =
        row === 'goes'
          ? sql`delete from ${sql.table(name)} where ${theirs}`
          : sql`update ${sql.table(name)} set ${sql.ref(column)} = '' where ${theirs}`;
      count[row] += (await change.execute(trx)).numAffectedRows ?? 0n;
    }
    return { checks: Number(count.goes), names: Number(count.stays) };
  }

  return {
    depart: (workspace, at) =>
      orUnavailable(
        db.transaction().execute(async (trx) => {
          const id = workspaceId(workspace);
          const { teamId, enterpriseId } = workspace;
          // The write comes first, so that SQLite waits its turn for it.
          await trx
            .deleteFrom('installations')
            .where('workspace', '=', id)
            .where('installed_at', '<=', at.toISOString())
            .execute();
          const there = trx.selectFrom('installations').select('workspace').where('workspace', '=', id);
          if (await there.executeTakeFirst()) return 'installed-since';
          await trx
            .insertInto('departures')
            .values({
              workspace: id,
              team_id: teamId ?? null,
              enterprise_id: enterpriseId ?? null,
              noted_at: clock.now().toISOString(),
            })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          return 'departed';
        }),
      ),

    async sweep() {
      const departed = await orUnavailable(db.selectFrom('departures').selectAll().execute());
      for (const { team_id, enterprise_id } of departed) {
        const workspace = { teamId: team_id ?? undefined, enterpriseId: enterprise_id ?? undefined };
        await orUnavailable(forgetWorkspace(workspace));
      }
      if (departed.length > 0) await orUnavailable(eraseTraces());
    },

    async forgetPerson(person) {
      const ids = await orUnavailable(unanswered(person));
      const erased = await orUnavailable(
        db.transaction().execute(async (trx) => {
          const gone = await withoutPerson(trx, person);
          if (ids.length > 0) await jobs.drop(trx, ids);
          return { ...gone, waiting: ids.length };
        }),
      );
      await orUnavailable(eraseTraces());
      return erased;
    },
  };
}
