import type { Generated } from 'kysely';

/**
 * A review: ids, hashes and numbers, never a text. Lists of rule ids are JSON text and times ISO 8601 UTC
 * text, so that SQLite and Postgres hold the same values.
 */
export interface ReviewTable {
  readonly id: string;
  readonly team_id: string | null;
  readonly enterprise_id: string | null;
  readonly channel_id: string;
  /** Keyed hash (`keyed-hashes.ts`). */
  readonly person_hash: string;
  /** Keyed hash of the text, different for every workspace. */
  readonly draft_hash: string;
  /** 1 when this workspace had not asked about the same text before, else 0. */
  readonly first_of_draft: number;
  readonly source: string;
  readonly requested_at: string;
  readonly engine: string | null;
  readonly rules_version: string | null;
  readonly band: string | null;
  /** 0 to 100. */
  readonly score: number | null;
  readonly present: Generated<string>;
  readonly missing: Generated<string>;
  readonly faults: Generated<string>;
  /** Rules whose finding somebody called "not an issue here". */
  readonly dismissed: Generated<string>;
  /** Slack's message `ts`. */
  readonly parent_ts: string | null;
  readonly reply_ts: string | null;
  readonly state: Generated<'accepted' | 'delivered' | 'given-up'>;
  readonly finished_at: string | null;
  /** Whether somebody found it helpful; null: nobody said. */
  readonly feedback: 'helpful' | 'not-helpful' | null;
  /** How often an edited text took the place of the reviewed one. */
  readonly revision: Generated<number>;
  /** JSON of what was kept of the text before its first edit (`first-record.ts`); null: nobody edited it. */
  readonly first_record: string | null;
}

/** SQLite only: work that waits or runs. The one place that holds a draft, until the row is deleted. */
export interface JobTable {
  readonly queue: string;
  readonly key: string;
  readonly workspace: string;
  /** JSON. */
  readonly payload: string;
  readonly state: Generated<'waiting' | 'running'>;
  /** How often it was taken up. */
  readonly attempts: Generated<number>;
  /** Not before; ms since 1970. */
  readonly run_at: number;
  /** ms since 1970. */
  readonly created_at: number;
}

/** What a channel has settled for itself: one row for each version. */
export interface ChannelSettingsTable {
  /** Slack's team, or its organisation where there is none. */
  readonly workspace: string;
  readonly channel_id: string;
  /** Counts from 1. */
  readonly version: number;
  /** JSON (`reviews/channel-settings.ts`); `{}` for a return to the defaults. */
  readonly settings: string;
  /** Slack user id: people are shown who changed their settings. '' for somebody who is forgotten. */
  readonly changed_by: string;
  readonly changed_at: string;
}

/** Whether a language model may read the drafts of a workspace; off where there is no row. */
export interface ModelSwitchTable {
  readonly workspace: string;
  readonly state: 'on' | 'off';
  /** Slack user id: admins are shown who turned it on. '' for somebody who is forgotten. */
  readonly changed_by: string;
  readonly changed_at: string;
}

/** Where the app is installed. */
export interface InstallationTable {
  readonly workspace: string;
  /** Counts up with every change. */
  readonly version: number;
  /** Which key `sealed` takes (`keyring.ts`). */
  readonly key_id: string;
  /** The installation as JSON, its tokens with it, encrypted. */
  readonly sealed: string;
  readonly installed_at: string;
  /** As long as one process asks Slack for the next token; '' where nobody does. */
  readonly renewing_until: Generated<string>;
}

/** Workspaces that the app is no longer in, until nothing is kept of them. */
export interface DepartureTable {
  readonly workspace: string;
  readonly team_id: string | null;
  readonly enterprise_id: string | null;
  readonly noted_at: string;
}

/** Links to install the app with that somebody came back with: each works once. Of no workspace, as it is none yet. */
export interface UsedLinkTable {
  /** SHA-256. */
  readonly link: string;
  readonly expires_at: string;
}

/** A channel's digest as it is set up (`reviews/digests/ports.ts`). */
export interface DigestScheduleTable {
  /** Slack's team, or its organisation where there is none. */
  readonly workspace: string;
  readonly channel_id: string;
  readonly team_id: string | null;
  readonly enterprise_id: string | null;
  /** JSON (`reviews/digests/schedule.ts`). */
  readonly schedule: string;
  /** Slack user id: a digest says who turned it on. '' for somebody who is forgotten. */
  readonly owner: string;
  readonly state: 'on' | 'off' | 'paused';
  readonly anchor: string;
  readonly next_due: string;
  readonly covered_until: string;
}

/** A digest of one channel and one period: counts, never a text. */
export interface DigestTable {
  readonly id: string;
  readonly workspace: string;
  readonly channel_id: string;
  readonly team_id: string | null;
  readonly enterprise_id: string | null;
  readonly period_from: string;
  readonly period_to: string;
  readonly due_at: string;
  readonly state: 'due' | 'posted' | 'merged' | 'unposted';
  /** JSON (`reviews/digests/figures.ts`). */
  readonly figures: string | null;
  /** Slack's message `ts`. */
  readonly ts: string | null;
  readonly finished_at: string | null;
}

export interface Tables {
  readonly reviews: ReviewTable;
  readonly jobs: JobTable;
  readonly channel_settings: ChannelSettingsTable;
  readonly model_switches: ModelSwitchTable;
  readonly digest_schedules: DigestScheduleTable;
  readonly digests: DigestTable;
  readonly installations: InstallationTable;
  readonly used_links: UsedLinkTable;
  readonly departures: DepartureTable;
}
