import type { Clock } from '../ports.ts';
import type { DigestReviews } from './ports.ts';

/** Deleted together, so that nobody has to wait for long. */
const BATCH = 1000;
const DAY_MS = 86_400_000;

/** Deletes what is kept of reviews older than `days`; resolves to how many it were. */
export const createForgetOldReviews =
  (reviews: Pick<DigestReviews, 'deleteBefore'>, clock: Clock, days: number) => async (): Promise<number> => {
    const before = new Date(clock.now().getTime() - days * DAY_MS);
    let deleted = 0;
    for (;;) {
      const batch = await reviews.deleteBefore(before, BATCH);
      deleted += batch;
      if (batch < BATCH) return deleted;
    }
  };
