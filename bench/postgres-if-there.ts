import { findPostgres, NO_POSTGRES, startPostgres } from '../tests/support/postgres.ts';

/** A Postgres of its own on this machine; `undefined`, and a word to say so, where none is installed. */
export async function postgresIfThere() {
  const bin = findPostgres();
  if (bin !== undefined) return await startPostgres(bin);
  console.log(`\nNothing on Postgres: ${NO_POSTGRES}.`);
  return undefined;
}
