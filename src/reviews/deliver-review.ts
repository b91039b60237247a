import { AppError } from '../errors.ts';
import type { Engine } from '../evaluator/engine.ts';
import type { Review } from '../evaluator/review.ts';
import { applySettings } from './apply-settings.ts';
import { CannotPostError } from './errors.ts';
import type { Clock, Conversation, Progress, ReviewRequest, ReviewStore, SettingsStore } from './ports.ts';
import { becausePrivate } from './privacy-reasons.ts';
import { requestProfile } from './request-profile.ts';
import { reviewRecord } from './review-record.ts';
import { untilKept } from './until-kept.ts';

/**
 * Answers one accepted request. May be called again for the same request: it goes on where the last
 * attempt stopped. A throw means "try again later".
 */
export type DeliverReview = (request: ReviewRequest, attempt?: number) => Promise<void>;

interface Deps {
  readonly engine: Engine;
  readonly store: ReviewStore;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly conversation: Conversation;
  readonly clock: Clock;
}

type UnlessPosted = (post: () => Promise<string>) => Promise<string>;

export function createDeliverReview({ engine, store, settings, conversation, clock }: Deps): DeliverReview {
  return async (request, attempt = 1) => {
    const progress = await store.progress(request);
    if (progress === undefined || progress.done) return;
    const inForce = await settings.read(request);
    const read = await reviewOf(request);
    if (read === undefined) return;
    const review = applySettings(read, inForce.settings, request);
    if (request.visibility === 'private')
      await conversation.showPrivately(request, review, becausePrivate(request));
    else await postInThread(request, review, progress, attempt > 1);
    await untilKept(() => store.finish(request, reviewRecord(review, requestProfile(request))));
  };

  /** `undefined`: the draft cannot be read, the person has been told, and the review is over. */
  async function reviewOf(request: ReviewRequest): Promise<Review | undefined> {
    try {
      return await engine.review(request.draft, request.context, { now: clock.now().toISOString() });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await conversation.apologise(request, error.userMessage);
      await untilKept(() => store.finish(request, undefined));
      return undefined;
    }
  }

  /**
   * Each `ts` is kept before the next call, so that a crash repeats at most the call that was in flight. A further
   * try looks first whether that call did its work.
   */
  async function postInThread(
    request: ReviewRequest,
    review: Review,
    progress: Progress,
    isFurther: boolean,
  ): Promise<void> {
    const unlessPosted = async (post: () => Promise<string>, threadTs?: string): Promise<string> =>
      (isFurther ? await conversation.findPosted(request, threadTs) : undefined) ?? post();
    try {
      const threadTs = request.threadTs ?? progress.parentTs ?? (await postParent(request, unlessPosted));
      if (progress.replyTs !== undefined) return;
      const replyTs = await unlessPosted(() => conversation.postReply(request, review, threadTs), threadTs);
      await untilKept(() => store.recordReply(request, replyTs));
    } catch (error) {
      if (!(error instanceof CannotPostError)) throw error;
      await conversation.showPrivately(request, review, error.userMessage);
    }
  }

  async function postParent(request: ReviewRequest, unlessPosted: UnlessPosted): Promise<string> {
    const ts = await unlessPosted(() => conversation.postParent(request));
    await untilKept(() => store.recordParent(request, ts));
    return ts;
  }
}
