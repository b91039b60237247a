import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema.ts';

/** What a database was asked to do is done within this time or not at all, in ms; it takes a few as a rule. */
const LATEST_MS = 500;
/** Clocks drift apart slowly: how long a comparison holds, in ms. */
const HOLDS_MS = 60_000;

export interface DatabaseClock {
  /** The latest time, by the clock of the database, at which something that is asked now may be done; ISO 8601 UTC. */
  latest(): Promise<string>;
  /** The next question compares the clocks anew, as the database's may have been set. */
  compareAgain(): void;
}

/**
 * A request that stands in a cable for a while must not be carried out when nobody waits for it any more. Only the
 * database can see to that, and its clock may be another than ours.
 */
export function createDatabaseClock(db: Kysely<Tables>): DatabaseClock {
  let compared: { readonly at: number; readonly databaseMs: number } | undefined;
  return {
    async latest() {
      if (compared === undefined || performance.now() - compared.at > HOLDS_MS) {
        const { rows } = await sql<{ ms: number }>`
          select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db);
        // Measured before it arrived here: rather too early than too late.
        compared = { at: performance.now(), databaseMs: rows[0]?.ms ?? 0 };
      }
      const { at, databaseMs } = compared;
      return new Date(databaseMs + (performance.now() - at) + LATEST_MS).toISOString();
    },
    compareAgain() {
      compared = undefined;
    },
  };
}
