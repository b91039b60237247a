import { config as loadEnvFile } from 'dotenv';
import { readStore } from '../config.ts';
import { UsageError } from './usage-error.ts';

/** The folder of the SQLite database that the bot would use. Throws ConfigError, or UsageError where it is Postgres. */
export function dataDir(): string {
  loadEnvFile({ quiet: true });
  const place = readStore(process.env);
  if (place.kind === 'sqlite') return place.DATA_DIR;
  throw new UsageError(
    'DATABASE_URL is set, so the data is in Postgres: use pg_dump and pg_restore, as docs/operations.md says.',
  );
}
