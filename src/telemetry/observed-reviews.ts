import type { ReviewStore } from '../reviews/ports.ts';
import { logIds, withLogIds } from './log-context.ts';
import type { Observer } from './observer.ts';

interface Deps {
  readonly observer: Pick<Observer, 'reviewEnded'>;
  /** Hears what came of a review. */
  readonly note: (what: string) => void;
}

/** A store whose reviews are counted when they end, and noted when they are accepted and when they end. */
export function observedReviews<Store extends Pick<ReviewStore, 'accept' | 'finish'>>(
  store: Store,
  { observer, note }: Deps,
): Store {
  const noteOf = (review: string, what: string) => withLogIds({ ...logIds(), review }, () => note(what));
  return {
    ...store,
    async accept(request, until) {
      const outcome = await store.accept(request, until);
      noteOf(request.id, outcome === 'accepted' ? 'a review was accepted' : 'a review was asked for again');
      return outcome;
    },
    async finish(review, record, replyTs) {
      await store.finish(review, record, replyTs);
      observer.reviewEnded(record);
      noteOf(review.id, record ? 'a review was delivered' : 'a review ended without an answer');
    },
  };
}
