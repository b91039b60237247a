import type { Kysely, Selectable } from 'kysely';
import { channelSettingsSchema, DEFAULT_SETTINGS } from '../../reviews/channel-settings.ts';
import type { Clock, SettingsPlace, SettingsStore, SettingsVersion } from '../../reviews/ports.ts';
import { workspaceId } from './in-workspace.ts';
import { orUnavailable } from './or-unavailable.ts';
import type { ChannelSettingsTable, Tables } from './schema.ts';

interface Deps {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
}

/** Settings in SQL, the same queries for SQLite and Postgres. */
export function createSettingsStore({ db, clock }: Deps): SettingsStore {
  const newest = (place: SettingsPlace, limit: number) =>
    db
      .selectFrom('channel_settings')
      .selectAll()
      .where('workspace', '=', workspaceId(place))
      .where('channel_id', '=', place.channelId)
      .orderBy('version', 'desc')
      .limit(limit);

  async function store(
    place: SettingsPlace,
    settings: object,
    by: string,
    expected: number,
  ): Promise<'written' | 'conflict'> {
    const rows = await orUnavailable(
      db
        .insertInto('channel_settings')
        .values({
          workspace: workspaceId(place),
          channel_id: place.channelId,
          version: expected + 1,
          settings: JSON.stringify(settings),
          changed_by: by,
          changed_at: clock.now().toISOString(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('version')
        .execute(),
    );
    return rows.length > 0 ? 'written' : 'conflict';
  }

  return {
    async read(place) {
      const row = await orUnavailable(newest(place, 1).executeTakeFirst());
      return row ? versionOf(row) : { version: 0, settings: DEFAULT_SETTINGS, changed: undefined };
    },
    write: (place, settings, by, expected) => store(place, settings, by, expected),
    reset: (place, by, expected) => store(place, {}, by, expected),
    async history(place, limit) {
      return (await orUnavailable(newest(place, limit).execute())).map(versionOf);
    },
  };
}

const versionOf = (row: Selectable<ChannelSettingsTable>): SettingsVersion => ({
  version: row.version,
  settings: channelSettingsSchema.parse(JSON.parse(row.settings)),
  changed: { by: row.changed_by === '' ? undefined : row.changed_by, at: row.changed_at },
});
