import type { CannotPostError } from '../errors.ts';
import type { SettingsPlace } from '../ports.ts';
import type { CountedReview, DigestFigures, Period } from './figures.ts';
import type { DigestSchedule } from './schedule.ts';

/** A channel's digest as it is set up. */
export interface KeptSchedule {
  readonly place: SettingsPlace;
  readonly schedule: DigestSchedule;
  /** Who turned it on (Slack user id); unset for somebody who is forgotten. */
  readonly owner: string | undefined;
  /** `paused`: Slack no longer takes what is posted there. */
  readonly state: 'on' | 'off' | 'paused';
  /** The day of its first digest (ISO 8601, in its zone), from which fortnights are counted. */
  readonly anchor: string;
  /** ISO 8601 UTC. */
  readonly nextDue: string;
  /** Where the next digest begins: nothing before it is told again. ISO 8601 UTC. */
  readonly coveredUntil: string;
}

/** A digest of one channel and one period. */
export interface KeptDigest {
  readonly id: string;
  readonly place: SettingsPlace;
  readonly period: Period;
  /** ISO 8601 UTC. */
  readonly dueAt: string;
  /**
   * `due`: to be built and posted. `merged`: it held too little and is told with the next. `unposted`: it
   * could not be posted, and is told with the next as well.
   */
  readonly state: 'due' | 'posted' | 'merged' | 'unposted';
  /** What is told, once it is built; stays when the reviews are long deleted. */
  readonly figures: DigestFigures | undefined;
}

/** Digests and when they are due. Every method throws StoreUnavailableError. */
export interface DigestStore {
  /** `undefined` where nobody has ever turned one on. */
  schedule(place: SettingsPlace): Promise<KeptSchedule | undefined>;
  /** Puts it in the place of what was set up before, but what was told before stays told. */
  keep(schedule: KeptSchedule): Promise<void>;
  turnOff(place: SettingsPlace): Promise<void>;
  /** Those that are on and due, the longest waiting first. */
  due(now: Date, limit: number): Promise<readonly KeptSchedule[]>;
  /** When the one was due that has waited longest to be posted, ISO 8601 UTC; `undefined` where none waits. */
  oldestDue(now: Date): Promise<string | undefined>;
  /**
   * Stores a digest and its job, to be done not before `runAt`, and moves the schedule on, in one
   * transaction. False, and nothing stored, when another process was quicker or the schedule has changed.
   */
  begin(
    schedule: KeptSchedule,
    digest: Pick<KeptDigest, 'period' | 'dueAt'>,
    next: Pick<KeptSchedule, 'nextDue' | 'coveredUntil'>,
    runAt: Date,
  ): Promise<boolean>;
  digest(id: string): Promise<KeptDigest | undefined>;
  /** The newest ones of a channel, newest first. */
  latest(place: SettingsPlace, limit: number): Promise<readonly KeptDigest[]>;
  recordFigures(id: string, figures: DigestFigures): Promise<void>;
  /** The digest is over; `ts` of the message where it was posted. One that is over stays as it is. */
  finish(id: string, state: 'posted' | 'merged' | 'unposted', ts?: string): Promise<void>;
  /** Nothing more is posted there until somebody turns it on again. */
  pause(place: SettingsPlace): Promise<void>;
}

/** Reviews as digests count them. Throws StoreUnavailableError. */
export interface DigestReviews {
  /** Delivered reviews of a channel, each draft once, oldest first. */
  counted(place: SettingsPlace, period: Period): Promise<readonly CountedReview[]>;
  /** Deletes up to `limit` reviews that were asked for before; resolves to how many it were. */
  deleteBefore(before: Date, limit: number): Promise<number>;
}

/** A digest as it is told in a channel. */
export interface ToldDigest {
  readonly figures: DigestFigures;
  /** In which its days are named. */
  readonly zone: string;
  /** It holds earlier periods that were too small, or could not be posted. */
  readonly merged: boolean;
  /** ISO 8601 UTC, where it comes late. */
  readonly lateSince: string | undefined;
  /** Nothing was told here before. */
  readonly first: boolean;
}

/** Where digests are told. */
export interface DigestChannel {
  /** Posts it, once as far as Slack knows ids; resolves to its `ts`. Throws CannotPostError. */
  post(digest: KeptDigest, told: ToldDigest, schedule: KeptSchedule): Promise<string>;
  /** Tells the owner alone that the digest pauses, and why. A person who cannot be told is no error. */
  tellOwner(schedule: KeptSchedule, because: CannotPostError): Promise<void>;
}
