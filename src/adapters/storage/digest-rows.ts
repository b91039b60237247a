import type { Selectable } from 'kysely';
import { digestFiguresSchema } from '../../reviews/digests/figures.ts';
import type { KeptDigest, KeptSchedule } from '../../reviews/digests/ports.ts';
import { digestScheduleSchema } from '../../reviews/digests/schedule.ts';
import type { SettingsPlace } from '../../reviews/ports.ts';
import { workspaceId } from './in-workspace.ts';
import type { DigestScheduleTable, DigestTable } from './schema.ts';

/** By which the rows of a channel are found. */
export const keyOf = (place: SettingsPlace) => ({
  workspace: workspaceId(place),
  channel_id: place.channelId,
});

/** A channel as its rows hold it. */
export const placeColumns = (place: SettingsPlace) => ({
  ...keyOf(place),
  team_id: place.teamId ?? null,
  enterprise_id: place.enterpriseId ?? null,
});

const placeOf = (
  row: Pick<Selectable<DigestTable>, 'team_id' | 'enterprise_id' | 'channel_id'>,
): SettingsPlace => ({
  teamId: row.team_id ?? undefined,
  enterpriseId: row.enterprise_id ?? undefined,
  channelId: row.channel_id,
});

export const keptSchedule = (row: Selectable<DigestScheduleTable>): KeptSchedule => ({
  place: placeOf(row),
  schedule: digestScheduleSchema.parse(JSON.parse(row.schedule)),
  owner: row.owner === '' ? undefined : row.owner,
  state: row.state,
  anchor: row.anchor,
  nextDue: row.next_due,
  coveredUntil: row.covered_until,
});

export const keptDigest = (row: Selectable<DigestTable>): KeptDigest => ({
  id: row.id,
  place: placeOf(row),
  period: { from: row.period_from, to: row.period_to },
  dueAt: row.due_at,
  state: row.state,
  figures: row.figures === null ? undefined : digestFiguresSchema.parse(JSON.parse(row.figures)),
});
