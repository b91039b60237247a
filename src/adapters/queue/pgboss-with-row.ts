import { type Expression, type RawBuilder, sql } from 'kysely';
import type { PgBoss } from 'pg-boss';

type Send = Parameters<PgBoss['send']>;

/** How pg-boss 12.35 begins the statement that stores a job, and where that takes the job from. */
const BEGIN = /^\s*WITH ins AS \(/;
const GIVEN = '$1';

/**
 * One statement that stores a job of pg-boss together with a row, and only if the row is new; it gives the job's id
 * then and nothing otherwise. To and fro for each statement of a transaction is most of what one takes.
 * `insertRow` returns something for a new row. Throws where pg-boss words its statement in another way.
 */
export async function sendWithRow(
  boss: PgBoss,
  [name, payload, options]: [string, object, NonNullable<Send[2]>],
  insertRow: Expression<unknown>,
): Promise<RawBuilder<{ id: string }>> {
  let [text, job] = ['', ''];
  // pg-boss hands over what it would have the database do.
  const db = {
    async executeSql(asked: string, values: unknown[] = []) {
      [text, job] = [asked, String(values[0])];
      return { rows: [{ id: '' }] };
    },
  };
  await boss.send(name, payload, { ...options, db });
  const [before = '', after, ...more] = text.split(GIVEN);
  if (!BEGIN.test(before) || after === undefined || more.length > 0)
    throw new Error('this version of pg-boss stores jobs in another way');
  return sql`with new_row as (${insertRow}), ${sql.raw(before.replace(/^\s*WITH/, ''))}
    (case when exists (select from new_row) then ${job}::text else '[]' end)${sql.raw(after)}`;
}
