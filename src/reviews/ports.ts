import type { Context } from '../evaluator/context.ts';
import type { Band, Review } from '../evaluator/review.ts';
import type { ChannelSettings } from './channel-settings.ts';

/** Where a request came from. */
export type RequestSource = 'command' | 'message-shortcut' | 'modal' | 'mention';

/** Why a request is private although nobody asked for that. */
export type PrivacyReason = 'channel' | 'colleague' | 'outsiders';

/**
 * A person's wish to have a draft looked at, as the job carries it until the answer stands in Slack.
 * Nothing else ever stores the draft.
 */
export interface ReviewRequest {
  /** Derived from Slack's trigger id, so that a repeated delivery is the same request (`review-id.ts`). */
  readonly id: string;
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
  readonly channelId: string;
  readonly userId: string;
  readonly source: RequestSource;
  /** Plain text: Slack's markup is decoded already. */
  readonly draft: string;
  readonly context: Context;
  /** `private`: nobody but the person sees anything. A private request never becomes public. */
  readonly visibility: 'thread' | 'private';
  /** The draft is a message that somebody else wrote. */
  readonly byColleague?: boolean | undefined;
  /** Unset: the person asked for privacy, or there is none. */
  readonly privateBecause?: PrivacyReason | undefined;
  /** The message whose thread takes the reply (message shortcut); unset: the bot posts a parent first. */
  readonly threadTs: string | undefined;
  /** Slack's private way back, up to 5 uses within 30 minutes. */
  readonly responseUrl: string | undefined;
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
}

/**
 * Where the app is installed, as Slack's signed request says: a workspace, or a whole organisation, which is
 * then one workspace without a team.
 */
export type Workspace = Pick<ReviewRequest, 'teamId' | 'enterpriseId'>;

/**
 * A review, and the workspace that asks for it: where the review belongs to another one, it is not found. The
 * workspace comes from Slack's signed request, never from what a button or a form carries.
 */
export type ReviewKey = Workspace & Pick<ReviewRequest, 'id'>;

/** What is kept of a review: rule ids and numbers, never a text. */
export interface ReviewRecord {
  readonly engine: string;
  readonly rulesVersion: string;
  readonly band: Review['band'];
  readonly score: number;
  readonly present: readonly string[];
  readonly missing: readonly string[];
  readonly faults: readonly string[];
}

/** How far the delivery of a review has come. Timestamps are Slack's message `ts`. */
export interface Progress {
  readonly parentTs: string | undefined;
  readonly replyTs: string | undefined;
  readonly done: boolean;
}

export interface ReviewStore extends RevisionStore {
  /**
   * Stores the request and the job that answers it in one transaction; resolves once both are durable.
   * The same id again changes nothing. Throws StoreUnavailableError when it cannot be written, and leaves
   * nothing behind when `until` was aborted before it was done.
   */
  accept(request: ReviewRequest, until?: AbortSignal): Promise<'accepted' | 'duplicate'>;
  /** `undefined` when no such review was accepted. */
  progress(review: ReviewKey): Promise<Progress | undefined>;
  recordParent(review: ReviewKey, ts: string): Promise<void>;
  /** The review is delivered (`record`), or was given up (`undefined`); `replyTs`: its reply in the thread. */
  finish(review: ReviewKey, record: ReviewRecord | undefined, replyTs?: string): Promise<void>;
  /**
   * How many requests have been accepted since `since` (ISO 8601 UTC, included), whatever became of them; each is
   * counted up to its limit only.
   */
  askedSince(
    person: Person,
    since: string,
    upTo: { readonly perPerson: number; readonly perWorkspace: number },
  ): Promise<{ readonly byPerson: number; readonly inWorkspace: number }>;
  /** What a person had looked at and got an answer to, in this workspace, newest first. */
  recent(person: Person, limit: number): Promise<readonly PastReview[]>;
}

/** What is still known of an earlier review. Rule ids may be of rules that no longer exist. */
export interface PastReview extends Pick<ReviewRecord, 'score' | 'present' | 'missing' | 'faults'> {
  readonly band: Band;
  readonly requestedAt: string;
}

/** A channel as the workspace that the app is installed in knows it. */
export type SettingsPlace = Workspace & Pick<ReviewRequest, 'channelId'>;

export interface SettingsVersion {
  /** Counts from 1; 0 where nobody has changed anything. */
  readonly version: number;
  readonly settings: ChannelSettings;
  /** Who made this version and when (Slack user id, ISO 8601 UTC); unset for version 0, `by` for somebody who is forgotten. */
  readonly changed: { readonly by: string | undefined; readonly at: string } | undefined;
}

/** The settings of channels, each change a new version. Every method throws StoreUnavailableError. */
export interface SettingsStore {
  /** The newest version. */
  read(place: SettingsPlace): Promise<SettingsVersion>;
  /** Stores a version after `expected`; `conflict` (and nothing stored) when that is no longer the newest. */
  write(
    place: SettingsPlace,
    settings: ChannelSettings,
    by: string,
    expected: number,
  ): Promise<'written' | 'conflict'>;
  /** Back to the defaults, as a version of its own; otherwise as `write`. */
  reset(place: SettingsPlace, by: string, expected: number): Promise<'written' | 'conflict'>;
  /** Newest first, without version 0. */
  history(place: SettingsPlace, limit: number): Promise<readonly SettingsVersion[]>;
}

/** A person in Slack. */
export type Person = Workspace & Pick<ReviewRequest, 'userId'>;

/** What people do with a review that stands in Slack. `undefined`: no such review is kept (any more). */
export interface PostedReviews {
  /**
   * A finding counts as "not an issue here", or counts again. Resolves to all rules that are dismissed now;
   * the same wish again changes nothing. `changed`, and nothing done, when the review no longer stands at
   * `revision` (unset: any).
   */
  setDismissed(
    review: ReviewKey,
    rule: string,
    dismissed: boolean,
    revision?: number,
  ): Promise<readonly string[] | 'changed' | undefined>;
  /** Band and score after findings were dismissed; as `setDismissed` where an edited text has taken the place. */
  rescore(
    review: ReviewKey,
    scored: Pick<ReviewRecord, 'band' | 'score'>,
    revision?: number,
  ): Promise<'rescored' | 'changed'>;
  /** The last word counts; the same word again is no news. */
  rate(review: ReviewKey, feedback: Feedback): Promise<'noted' | 'noted-before' | undefined>;
  /** Whether it was this person who asked for the review. */
  isAskedBy(review: ReviewKey, userId: string): Promise<boolean | undefined>;
  /** Nothing of the review is kept. */
  forget(review: ReviewKey): Promise<void>;
}

export type Feedback = 'helpful' | 'not-helpful';

/** What only Slack knows or can do about a posted review. */
export interface Moderation {
  /** Whether the person looks after the workspace; false where Slack will not say. */
  isAdmin(person: Person): Promise<boolean>;
  /** A message of ours is gone afterwards, whether or not it still stood. Throws CannotDeleteError. */
  remove(message: { readonly channelId: string; readonly ts: string }, by: Person): Promise<void>;
}

/** What the reply in the thread says by now. */
export interface Standing {
  /** How often an edited text took the place of the reviewed one. */
  readonly revision: number;
  /** `undefined` as long as the review is not delivered. */
  readonly band: Review['band'] | undefined;
  readonly score: number | undefined;
}

/**
 * Brings back what stood there before a revision, its number and dismissed findings included, unless somebody
 * has revised it further. Throws StoreUnavailableError.
 */
export type TakeBack = () => Promise<void>;

/** Replies that people edit, perhaps two at once. Both methods throw StoreUnavailableError. */
export interface RevisionStore {
  /** `undefined` when no such review is kept. */
  standing(review: ReviewKey): Promise<Standing | undefined>;
  /**
   * Puts the review of an edited text in the place of the last one, unless somebody else has since
   * `revision`: then nothing changes. The new text starts without dismissed findings.
   */
  revise(review: ReviewKey, revision: number, record: ReviewRecord): Promise<TakeBack | 'changed'>;
  /**
   * Puts another reading of the very same text in the place of the first, as revision 1, as long as nobody has
   * edited it or marked a finding; else `changed`, and nothing done.
   */
  reread(review: ReviewKey, record: ReviewRecord): Promise<TakeBack | 'changed'>;
}

/** Whether a language model may read a workspace's drafts, and who said so when (ISO 8601 UTC). */
export interface ModelSwitch {
  readonly on: boolean;
  /** Unset where nobody has said anything; `by` for somebody who is forgotten. */
  readonly changed: { readonly by: string | undefined; readonly at: string } | undefined;
}

/** Off where nobody has said anything. Both methods throw StoreUnavailableError. */
export interface ModelSwitches {
  read(workspace: Workspace): Promise<ModelSwitch>;
  set(workspace: Workspace, on: boolean, by: string): Promise<void>;
}

/** Work that outlives the request. */
export interface JobRunner<T = ReviewRequest> {
  /**
   * Starts working off stored jobs with `handle`. A throw brings the job back with back-off; after the last
   * try `giveUp` is called once and the job is dropped.
   */
  start(
    handle: (payload: T, attempt: number) => Promise<void>,
    giveUp: (payload: T, cause: unknown) => Promise<void>,
  ): Promise<void>;
  /** Finishes what runs (up to `graceMs`), hands back the rest. */
  stop(graceMs: number): Promise<void>;
  /** Jobs waiting or running. */
  depth(): Promise<number>;
  /** How long ago the oldest of them was accepted, in ms; 0 when there is none. */
  oldestAgeMs(): Promise<number>;
}

/**
 * The conversation in Slack, as the use cases need it. All but `apologise` throw CannotPostError where the
 * channel is closed to the bot.
 */
export interface Conversation {
  /** Posts "NAME asked for a look at this draft" with the draft as literal text. Resolves to its `ts`. */
  postParent(request: ReviewRequest): Promise<string>;
  /** Posts checklist and rewrite into the thread. Resolves to its `ts`. */
  postReply(request: ReviewRequest, review: Review, threadTs: string): Promise<string>;
  /**
   * The `ts` of the parent, or of the reply in this thread, if an earlier try posted it already; `undefined` also
   * where Slack does not let the bot look. Never throws.
   */
  findPosted(request: ReviewRequest, threadTs?: string): Promise<string | undefined>;
  /** Shows the review to the person alone; `because` says in one line why not in the thread (undefined: they asked for it). */
  showPrivately(request: ReviewRequest, review: Review, because: string | undefined): Promise<void>;
  /** Tells the person alone that it failed, what to do, and gives the draft back. Throws only what may pass. */
  apologise(request: ReviewRequest, message: string): Promise<void>;
}

/** Where a reply stands in Slack. */
export interface ReplyPlace extends SettingsPlace {
  /** Slack's message `ts`. */
  readonly ts: string;
}

/** Replies that are posted already, as the editor needs them. */
export interface Replies {
  /**
   * Lets a reply show an edited draft and its review, as the revision it is from now on. Throws
   * CannotUpdateError where Slack does not take all of it.
   */
  update(
    reply: ReplyPlace & { readonly reviewId: string; readonly revision: number },
    edited: { readonly draft: string; readonly context: Context; readonly review: Review },
  ): Promise<void>;
  /** Lets the reply show another reading of the same draft. Throws as `update`. */
  reread(
    reply: ReplyPlace & { readonly reviewId: string; readonly revision: number },
    request: Pick<ReviewRequest, 'draft' | 'context' | 'byColleague'>,
    review: Review,
  ): Promise<void>;
  /** An address that shows the reply; `undefined` when Slack gives none. Never throws. */
  link(place: ReplyPlace): Promise<string | undefined>;
}

export interface Clock {
  now(): Date;
}
