import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Workspace } from '../../reviews/ports.ts';
import { workspaceId } from './in-workspace.ts';
import type { Tables } from './schema.ts';

/** Whose the rows of a table are. */
export interface Kept {
  /** True for the rows of a workspace. */
  readonly ofWorkspace: (workspace: Workspace) => RawBuilder<SqlBool>;
  /** The columns that say it. */
  readonly workspace: readonly string[];
  /** By which they are taken in turns, when there are many. */
  readonly inTurns: string;
  /** Which column names a person, and how; whether the row goes with them or stays without a name (''). */
  readonly person?: {
    readonly column: string;
    readonly by: 'hash' | 'id';
    readonly row: 'goes' | 'stays';
  };
}

const byColumn = (kept: Pick<Kept, 'inTurns' | 'person'>): Kept => ({
  ofWorkspace: (workspace) => sql`workspace = ${workspaceId(workspace)}`,
  workspace: ['workspace'],
  ...kept,
});

/** With its parts beside the key, for whoever reads the row. */
const IN_PARTS = { workspace: ['workspace', 'team_id', 'enterprise_id'] };

/**
 * Every table, so that none is forgotten when a workspace or a person is; `nobody` for one that holds nothing
 * of either. A test compares it with the tables of a database.
 */
export const KEPT_TABLES: Readonly<Record<keyof Tables, Kept | 'nobody'>> = {
  reviews: {
    ofWorkspace: ({ teamId, enterpriseId }) =>
      teamId === undefined
        ? sql`team_id is null and enterprise_id = ${enterpriseId ?? ''}`
        : sql`team_id = ${teamId}`,
    workspace: ['team_id', 'enterprise_id'],
    inTurns: 'id',
    person: { column: 'person_hash', by: 'hash', row: 'goes' },
  },
  // Of a person those jobs go that belong to their reviews.
  jobs: byColumn({ inTurns: 'key' }),
  channel_settings: byColumn({
    inTurns: 'channel_id',
    person: { column: 'changed_by', by: 'id', row: 'stays' },
  }),
  model_switches: byColumn({
    inTurns: 'workspace',
    person: { column: 'changed_by', by: 'id', row: 'stays' },
  }),
  digest_schedules: {
    ...byColumn({ inTurns: 'channel_id', person: { column: 'owner', by: 'id', row: 'stays' } }),
    ...IN_PARTS,
  },
  digests: { ...byColumn({ inTurns: 'id' }), ...IN_PARTS },
  installations: byColumn({ inTurns: 'workspace' }),
  used_links: 'nobody',
  // The note that a workspace departed: the last of its rows to go.
  departures: { ...byColumn({ inTurns: 'workspace' }), ...IN_PARTS },
};
