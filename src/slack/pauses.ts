import { RateLimitedError } from '../reviews/errors.ts';
import type { Clock } from '../reviews/ports.ts';

/** Places in which Slack wants to hear no more for a while. Each process keeps its own. */
export interface Pauses {
  /** Throws RateLimitedError while the place pauses, each time with a later turn. */
  check(place: string): void;
  /** Does something there; when Slack wants to be left alone, the place pauses. */
  heeding<T>(place: string, call: () => Promise<T>): Promise<T>;
}

/** `apartMs`: how far apart the turns are of those who wait, so that they don't all come at once. */
export function createPauses(clock: Clock, apartMs: number): Pauses {
  const pauses = new Map<string, { readonly until: number; inLine: number }>();
  const now = (): number => clock.now().getTime();

  function check(place: string): void {
    const pause = pauses.get(place);
    if (pause === undefined) return;
    const left = pause.until - now();
    if (left <= 0) pauses.delete(place);
    else throw new RateLimitedError(left + ++pause.inLine * apartMs);
  }

  function begin(place: string, ms: number): void {
    for (const [over, { until }] of pauses) if (until <= now()) pauses.delete(over);
    const until = now() + ms;
    if (until > (pauses.get(place)?.until ?? 0)) pauses.set(place, { until, inLine: 0 });
  }

  return {
    check,
    async heeding(place, call) {
      check(place);
      try {
        return await call();
      } catch (error) {
        if (error instanceof RateLimitedError) begin(place, error.retryAfterMs);
        throw error;
      }
    },
  };
}
