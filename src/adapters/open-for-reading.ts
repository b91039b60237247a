import type { DigestReviews } from '../reviews/digests/ports.ts';
import type { SettingsPlace, SettingsStore } from '../reviews/ports.ts';
import { createChannelPlaces } from './storage/channel-places.ts';
import { createDigestReviews } from './storage/digest-reviews.ts';
import { openDatabaseForReading } from './storage/open-database.ts';
import { createSettingsStore } from './storage/settings-store.ts';

interface ReadingOptions {
  /** A `postgres://` address; `undefined` means SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

/** What a digest is made of. */
export interface ReadingStore {
  readonly digestReviews: Pick<DigestReviews, 'counted'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** The workspaces in which a channel of this id has reviews. Throws StoreUnavailableError. */
  placesOf(channelId: string): Promise<readonly SettingsPlace[]>;
  close(): Promise<void>;
}

/**
 * Opens the store of a bot to read it, also while bots run, without its queues. Makes and migrates nothing:
 * throws CannotOpenDatabaseError, NoDatabaseError, DatabaseTooNewError or DatabaseTooOldError.
 */
export async function openForReading(options: ReadingOptions): Promise<ReadingStore> {
  // Whoever waits for an answer hears of a broken connection by that.
  const { db, close } = await openDatabaseForReading({ ...options, onError: () => undefined });
  return {
    digestReviews: createDigestReviews(db),
    settings: createSettingsStore({ db, clock: { now: () => new Date() } }),
    placesOf: createChannelPlaces(db),
    close,
  };
}
