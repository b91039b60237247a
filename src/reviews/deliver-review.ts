import { AppError } from '../errors.ts';
import { isUnjudged } from '../evaluator/checklist.ts';
import type { Engine } from '../evaluator/engine.ts';
import type { Review } from '../evaluator/review.ts';
import { applySettings } from './apply-settings.ts';
import { CannotPostError } from './errors.ts';
import { type OtherReader, readBy, readerFor, withOther } from './other-reader.ts';
import type { Clock, Conversation, Progress, ReviewRequest, ReviewStore, SettingsStore } from './ports.ts';
import { becausePrivate } from './privacy-reasons.ts';
import type { ReadAgain } from './read-again.ts';
import { requestProfile } from './request-profile.ts';
import { reviewRecord } from './review-record.ts';
import { createTurns, type Turns } from './turns.ts';
import { untilKept } from './until-kept.ts';

/**
 * Answers one accepted request. May be called again for the same request: it goes on where the last
 * attempt stopped. A throw means "try again later".
 */
export type DeliverReview = (request: ReviewRequest, attempt?: number) => Promise<void>;

/** How long an answer that nobody can change later waits for a model, in ms. */
const PATIENCE_MS = 8_000;

interface Deps {
  /** The rules. */
  readonly engine: Engine;
  /** Unset: nobody reads but the rules. */
  readonly other?: (OtherReader & { readonly readAgain: Pick<ReadAgain, 'begin'> }) | undefined;
  readonly store: ReviewStore;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly conversation: Conversation;
  readonly clock: Clock;
  /** Shared with what is to be acknowledged; unset: nothing is. */
  readonly turns?: Turns;
}

type UnlessPosted = (post: () => Promise<string>) => Promise<string>;

/**
 * In a thread the rules answer at once, and a model that the workspace wants reads the posted reply again. An answer
 * for one person alone cannot be changed later, so that one waits for the model, but not for long.
 */
export function createDeliverReview(deps: Deps): DeliverReview {
  const { engine, other, store, settings, conversation, clock } = deps;
  const { turn } = deps.turns ?? createTurns();
  return async (request, attempt = 1) => {
    const [progress, inForce] = await Promise.all([store.progress(request), settings.read(request)]);
    if (progress === undefined || progress.done) return;
    await turn('first');
    const rules = await reviewOf(request);
    if (rules === undefined) return;
    const model = isUnjudged(rules) ? undefined : await readerFor(request, other);
    const isPrivate = request.visibility === 'private';
    const read = model === undefined ? rules : await withModel(request, rules, model, isPrivate);
    const review = applySettings(read, inForce.settings, request);
    let replyTs: string | undefined;
    await turn('further');
    if (isPrivate) await conversation.showPrivately(request, review, becausePrivate(request));
    else replyTs = await postInThread(request, review, progress, attempt > 1);
    await untilKept(() => store.finish(request, reviewRecord(review, requestProfile(request)), replyTs));
    if (model && replyTs !== undefined) other?.readAgain.begin({ request, replyTs, engine: model });
  };

  async function withModel(
    request: ReviewRequest,
    rules: Review,
    model: Engine,
    isPrivate: boolean,
  ): Promise<Review> {
    if (!isPrivate) return withOther(rules, model.name, 'still-reading');
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const read = await readBy(model, request, { now: clock.now().toISOString(), signal });
    return read ?? withOther(rules, model.name, 'no-answer');
  }

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
   * Resolves to the reply's `ts`, `undefined` where the answer was private after all. The parent's is kept before the
   * next call, the reply's with the end of the review, so that a crash repeats at most the call that was in flight. A further try looks first whether that
   * call did its work.
   */
  async function postInThread(
    request: ReviewRequest,
    review: Review,
    progress: Progress,
    isFurther: boolean,
  ): Promise<string | undefined> {
    const unlessPosted = async (post: () => Promise<string>, threadTs?: string): Promise<string> =>
      (isFurther ? await conversation.findPosted(request, threadTs) : undefined) ?? post();
    try {
      const threadTs = request.threadTs ?? progress.parentTs ?? (await postParent(request, unlessPosted));
      if (progress.replyTs !== undefined) return progress.replyTs;
      await turn('further');
      return await unlessPosted(() => conversation.postReply(request, review, threadTs), threadTs);
    } catch (error) {
      if (!(error instanceof CannotPostError)) throw error;
      const { other: _comesLater, ...asItIs } = review;
      await conversation.showPrivately(request, asItIs, error.userMessage);
      return undefined;
    }
  }

  async function postParent(request: ReviewRequest, unlessPosted: UnlessPosted): Promise<string> {
    const ts = await unlessPosted(() => conversation.postParent(request));
    await untilKept(() => store.recordParent(request, ts));
    return ts;
  }
}
