import type { Context } from '../evaluator/context.ts';
import type { Review } from '../evaluator/review.ts';

/** Where a request came from. */
export type RequestSource = 'command' | 'message-shortcut' | 'modal';

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
  /** The message whose thread takes the reply (message shortcut); unset: the bot posts a parent first. */
  readonly threadTs: string | undefined;
  /** Slack's private way back, up to 5 uses within 30 minutes. */
  readonly responseUrl: string | undefined;
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
}

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

export interface ReviewStore {
  /**
   * Stores the request and the job that answers it in one transaction; resolves once both are durable.
   * The same id again changes nothing. Throws StoreUnavailableError when it cannot be written.
   */
  accept(request: ReviewRequest): Promise<'accepted' | 'duplicate'>;
  /** `undefined` when no such review was accepted. */
  progress(reviewId: string): Promise<Progress | undefined>;
  recordParent(reviewId: string, ts: string): Promise<void>;
  recordReply(reviewId: string, ts: string): Promise<void>;
  /** The review is delivered (`record`), or was given up (`undefined`). */
  finish(reviewId: string, record: ReviewRecord | undefined): Promise<void>;
}

/** Work that outlives the request. */
export interface JobRunner {
  /**
   * Starts working off accepted requests with `handle`. A throw brings the job back with back-off; after
   * the last try `giveUp` is called once and the job is dropped.
   */
  start(
    handle: (request: ReviewRequest, attempt: number) => Promise<void>,
    giveUp: (request: ReviewRequest, cause: unknown) => Promise<void>,
  ): Promise<void>;
  /** Finishes what runs (up to `graceMs`), hands back the rest. */
  stop(graceMs: number): Promise<void>;
  /** Jobs waiting or running. */
  depth(): Promise<number>;
}

/** The conversation in Slack, as the use cases need it. Every method throws CannotPostError where the channel is closed to the bot. */
export interface Conversation {
  /** Posts "NAME asked for a look at this draft" with the draft as literal text. Resolves to its `ts`. */
  postParent(request: ReviewRequest): Promise<string>;
  /** Posts checklist and rewrite into the thread. Resolves to its `ts`. */
  postReply(request: ReviewRequest, review: Review, threadTs: string): Promise<string>;
  /** Shows the review to the person alone; `because` says in one line why not in the thread (undefined: they asked for it). */
  showPrivately(request: ReviewRequest, review: Review, because: string | undefined): Promise<void>;
  /** Tells the person alone that it failed, what to do, and gives the draft back. Never throws. */
  apologise(request: ReviewRequest, message: string): Promise<void>;
}

export interface Clock {
  now(): Date;
}
