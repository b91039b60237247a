/** A step waits no longer than this for acknowledgements that are under way, in ms: jobs must come to an end too. */
const PATIENCE_MS = 5;

export interface Turns {
  /** Resolves when it is one's turn; `further`: a job that has begun goes before those that have not. */
  turn(step: 'first' | 'further'): Promise<void>;
  /** While `work` runs, which awaits a store more than once and is to be acknowledged, steps wait. */
  before<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Turns for the steps of jobs that keep the processor busy, one at a time. Between two of them whatever came in
 * from the network is looked at, stored and acknowledged, however many jobs wait: Slack waits for three seconds,
 * a job can.
 */
export function createTurns(): Turns {
  const waiting = { first: [] as (() => void)[], further: [] as (() => void)[] };
  let isRunning = false;
  let underWay = 0;
  /** Since when the next step is put off, as `performance.now()`. */
  let putOffSince: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  // Node looks at the network before the first of two turns of its loop, and what came in is stored in the second.
  const after = (work: () => void): void => void setImmediate(() => setImmediate(work));

  function next(): void {
    timer = undefined;
    if (underWay > 0) {
      putOffSince ??= performance.now();
      const left = PATIENCE_MS - (performance.now() - putOffSince);
      if (left > 0) {
        timer = setTimeout(next, left);
        return;
      }
    }
    putOffSince = undefined;
    const step = waiting.further.shift() ?? waiting.first.shift();
    isRunning = step !== undefined;
    if (step === undefined) return;
    step();
    after(next);
  }

  return {
    turn: (step) =>
      new Promise((resolve) => {
        waiting[step].push(resolve);
        if (isRunning) return;
        isRunning = true;
        after(next);
      }),

    async before(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        if (underWay === 0 && timer !== undefined) {
          clearTimeout(timer);
          timer = undefined;
          after(next);
        }
      }
    },
  };
}
