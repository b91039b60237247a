import type { Engine } from '../evaluator/engine.ts';
import { applySettings } from './apply-settings.ts';
import { readBy } from './other-reader.ts';
import type { Clock, Replies, ReviewRequest, RevisionStore, SettingsStore } from './ports.ts';
import { requestProfile } from './request-profile.ts';
import { reviewRecord } from './review-record.ts';

/** The reply of the rules is brought up to what the model says as well, if it says it within this time, in ms. */
export const UPGRADE_MS = 30_000;
/** So many readings at once; beyond that replies stay as the rules made them. */
const MOST_AT_ONCE = 8;

/** A posted reply that a model is to read again. */
export interface ToReadAgain {
  readonly request: ReviewRequest;
  /** Slack's message `ts` of the reply. */
  readonly replyTs: string;
  readonly engine: Engine;
}

export interface ReadAgain {
  /** Nobody waits for it, and it never fails: whatever comes of it, the reply of the rules stands. */
  begin(reply: ToReadAgain): void;
  /** Gives up what runs; resolves when nothing does any more. */
  stop(): Promise<void>;
  /** Resolves when nothing runs. */
  settled(): Promise<void>;
}

interface Deps {
  readonly store: Pick<RevisionStore, 'reread'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly replies: Pick<Replies, 'reread'>;
  readonly clock: Clock;
  /** Hears of failures; gets ids only. */
  readonly report: (cause: unknown, ids: { readonly reviewId: string }) => void;
}

/**
 * Lets a posted reply show what a model found as well, unless somebody edited it or marked a finding meanwhile, or it
 * takes too long. The draft lives in memory only for as long; a process that ends leaves the reply as it is.
 */
export function createReadAgain({ store, settings, replies, clock, report }: Deps): ReadAgain {
  const running = new Set<Promise<void>>();
  const end = new AbortController();

  async function readAgain({ request, replyTs, engine }: ToReadAgain): Promise<void> {
    const signal = AbortSignal.any([end.signal, AbortSignal.timeout(UPGRADE_MS)]);
    const read = await readBy(engine, request, { now: clock.now().toISOString(), signal });
    if (read === undefined || signal.aborted) return;
    const inForce = await settings.read(request);
    const review = applySettings(read, inForce.settings, request);
    const takeBack = await store.reread(request, reviewRecord(review, requestProfile(request)));
    if (takeBack === 'changed') return;
    const { id: reviewId, teamId, enterpriseId, channelId } = request;
    try {
      const reply = { reviewId, revision: 1, teamId, enterpriseId, channelId, ts: replyTs };
      await replies.reread(reply, request, review);
    } catch (error) {
      // The reply says what it said, so what is kept of it has to say the same.
      await takeBack();
      throw error;
    }
  }

  return {
    begin(reply) {
      if (end.signal.aborted || running.size >= MOST_AT_ONCE) return;
      const one: Promise<void> = readAgain(reply)
        .catch((error: unknown) => report(error, { reviewId: reply.request.id }))
        .finally(() => running.delete(one));
      running.add(one);
    },
    async stop() {
      end.abort();
      await Promise.all(running);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
