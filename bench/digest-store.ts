import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { OpenDatabase } from '../src/adapters/storage/open-database.ts';
import type { Tables } from '../src/adapters/storage/schema.ts';
import type { Period } from '../src/reviews/digests/figures.ts';
import type { SettingsPlace } from '../src/reviews/ports.ts';
import type { Sample } from './digest-samples.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const TO = Date.parse('2026-11-30T00:00:00Z');
const EIGHT_WEEKS_MS = 56 * DAY_MS;
/** As long as reviews are kept where nobody says otherwise. */
const KEPT_MS = 395 * DAY_MS;

/** The channel whose digest is built, and the last eight weeks of the store. */
export const MEASURED: SettingsPlace = { teamId: 'T0', enterpriseId: undefined, channelId: 'CMEASURED' };
export const EIGHT_WEEKS: Period = {
  from: new Date(TO - EIGHT_WEEKS_MS).toISOString(),
  to: new Date(TO).toISOString(),
};

export interface StoreSizes {
  /** Reviews in the measured channel, all of the last eight weeks. */
  readonly measured: number;
  /** Reviews in the store, over thirteen months. */
  readonly total: number;
}

/** What the databases spell differently: a number in 16 digits, and ms since 1970 as ISO 8601 UTC. */
const SPELLINGS = {
  sqlite: {
    digits: (number: RawBuilder<unknown>) => sql`printf('%016x', ${number})`,
    time: (ms: RawBuilder<unknown>) => sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${ms} / 1000.0, 'unixepoch')`,
  },
  postgres: {
    digits: (number: RawBuilder<unknown>) => sql`lpad(to_hex(${number}), 16, '0')`,
    time: (ms: RawBuilder<unknown>) =>
      sql`to_char(to_timestamp(${ms} / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  },
};

/**
 * Fills an empty store in one statement and in the order of time, as reviews come: of the measured channel,
 * and of a thousand others, the largest of which has a thirtieth of the rest and the smallest one in 2000.
 * A third of the drafts were edited, in an eighth a finding was called no issue, and of the other channels a
 * tenth had been checked before.
 */
export async function fillStore(
  db: Kysely<Tables>,
  kind: OpenDatabase['kind'],
  samples: readonly Sample[],
  sizes: StoreSizes,
): Promise<void> {
  await fill(db, kind, samples, sizes);
  // As the server does by itself in a store that has grown over a year.
  if (kind === 'postgres') await sql`vacuum analyze reviews`.execute(db);
}

async function fill(
  db: Kysely<Tables>,
  kind: OpenDatabase['kind'],
  samples: readonly Sample[],
  { measured, total }: StoreSizes,
): Promise<void> {
  await sql`create table bench_samples (k integer primary key, band text, score integer, present text,
    missing text, faults text, dismissed text, first_record text)`.execute(db);
  const sampled = db.withTables<{ bench_samples: Sample }>();
  await sampled.insertInto('bench_samples').values(samples).execute();
  const { digits, time } = SPELLINGS[kind];
  const hash = (number: RawBuilder<unknown>) => {
    const quarter = digits(number);
    return sql`${quarter} || ${quarter} || ${quarter} || ${quarter}`;
  };
  await sql`
    insert into reviews (id, team_id, channel_id, person_hash, draft_hash, first_of_draft, source, requested_at,
      engine, rules_version, band, score, present, missing, faults, dismissed, parent_ts, reply_ts, state,
      finished_at, revision, first_record)
    select ${digits(sql`any_number`)} || ${digits(sql`n`)} || channel, team, channel, ${hash(sql`person`)},
      ${hash(sql`any_number`)}, is_first, 'command', ${time(sql`at`)}, 'rules', '2', sample.band, sample.score,
      sample.present, sample.missing, sample.faults,
      case when n % 8 = 0 then sample.dismissed else '[]' end, '1700000000.000100', '1700000000.000200',
      'delivered', ${time(sql`at + 1500`)}, case when n % 3 = 0 then 1 else 0 end,
      case when n % 3 = 0 then sample.first_record end
    from (${measuredChannel(measured)} union all ${otherChannels(total - measured)}) as asked
    join bench_samples as sample on sample.k = any_number % ${sql.lit(samples.length)}
    order by at`.execute(db);
  await sql`drop table bench_samples`.execute(db);
}

const measuredChannel = (count: number) => sql`
  select n, any_number, ${sql.lit(MEASURED.teamId)} as team, ${sql.lit(MEASURED.channelId)} as channel,
    any_number % 40 as person, 1 as is_first,
    ${sql.lit(TO - EIGHT_WEEKS_MS)} + n * ${sql.lit(Math.floor(EIGHT_WEEKS_MS / (count + 1)))} as at
  from ${numbers(count)} as numbers`;

/** Squares of evenly spread numbers are mostly small, as are most channels' numbers then. */
const otherChannels = (count: number) => sql`
  select n, any_number, 'T' || cast(channel % 20 as text), 'C' || cast(channel as text),
    1000 + channel * 50 + any_number % 37, case when n % 10 = 0 then 0 else 1 end,
    ${sql.lit(TO - KEPT_MS)} + n * ${sql.lit(Math.floor(KEPT_MS / (count + 1)))}
  from (select n, any_number, (any_number % 1000) * (any_number % 1000) / 1000 as channel from ${numbers(count)} as numbers)
    as others`;

/** From 1 to `count`, each with a large number that has nothing to do with its place. */
const numbers = (count: number) => sql`(
  with recursive counted(n) as (select cast(1 as bigint) union all select n + 1 from counted where n < ${sql.lit(count)})
  select n, n * 2654435761 % 4294967296 as any_number from counted where n <= ${sql.lit(count)})`;
