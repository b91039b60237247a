import { sql } from 'kysely';
import type { OpenDatabase } from '../src/adapters/storage/open-database.ts';
import type { Period } from '../src/reviews/digests/figures.ts';
import type { SettingsPlace } from '../src/reviews/ports.ts';

const WEEK_SECONDS = 7 * 24 * 60 * 60;

/** In how many drafts of a week something was found; with `rule` null, how many drafts by how many people. */
export interface Recounted {
  readonly week: number;
  readonly rule: string | null;
  readonly drafts: number;
  readonly people: number;
}

/**
 * The counts of a digest, week by week, as somebody would ask the database for them: nothing but SQL. Medians,
 * what got better and what to practise are left out. Weeks count from `from`.
 */
export async function sqlRecount(
  { db, kind }: OpenDatabase,
  { teamId, channelId }: SettingsPlace,
  { from, to }: Period,
): Promise<readonly Recounted[]> {
  const isSqlite = kind === 'sqlite';
  const seconds = (time: unknown) =>
    isSqlite
      ? sql`cast(strftime('%s', ${time}) as integer)`
      : sql`cast(extract(epoch from cast(${time} as timestamptz)) as integer)`;
  const first = (list: 'faults' | 'missing') =>
    isSqlite
      ? sql`coalesce(json_extract(first_record, ${sql.lit(`$.${list}`)}), ${sql.ref(list)})`
      : sql`coalesce(first_record::jsonb -> ${sql.lit(list)}, ${sql.ref(list)}::jsonb)`;
  const each = (list: 'faults' | 'missing') =>
    isSqlite
      ? sql`json_each(${sql.ref(list)}) as found`
      : sql`jsonb_array_elements_text(${sql.ref(list)}) as found(value)`;
  const dismisses = isSqlite
    ? sql`exists (select 1 from json_each(dismissed) as other where other.value = found.value)`
    : sql`dismissed::jsonb ? found.value`;
  const { rows } = await sql<Recounted>`
    with drafts as (
      select (${seconds(sql`requested_at`)} - ${seconds(sql`${from}`)}) / ${sql.lit(WEEK_SECONDS)} as week,
        person_hash, ${first('faults')} as faults, ${first('missing')} as missing,
        case when first_record is null then dismissed else '[]' end as dismissed
      from reviews
      where team_id = ${teamId} and channel_id = ${channelId} and state = 'delivered' and first_of_draft = 1
        and requested_at >= ${from} and requested_at < ${to}
    )
    select week, null as rule, count(*) as drafts, count(distinct person_hash) as people from drafts group by week
    union all
    select week, value, count(*), 0 from (
      select week, found.value from drafts, ${each('faults')} where not ${dismisses}
      union all
      select week, found.value from drafts, ${each('missing')} where not ${dismisses}
    ) as listed group by week, value`.execute(db);
  return rows;
}
