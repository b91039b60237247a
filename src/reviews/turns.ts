/** Resolves when it is one's turn; `further`: a job that has begun goes before those that have not. */
export type Turn = (step: 'first' | 'further') => Promise<void>;

/**
 * Turns for the steps of jobs that keep the processor busy. Between two of them whatever came in from the
 * network is looked at and acknowledged, however many jobs wait: Slack waits for three seconds, a job can.
 */
export function createTurns(): Turn {
  const waiting = { first: [] as (() => void)[], further: [] as (() => void)[] };
  let isRunning = false;

  // Node looks at the network before the first of two turns of its loop, and what came in is stored in the second.
  const after = (work: () => void): void => void setImmediate(() => setImmediate(work));

  function next(): void {
    const step = waiting.further.shift() ?? waiting.first.shift();
    isRunning = step !== undefined;
    if (step === undefined) return;
    step();
    after(next);
  }

  return (step) =>
    new Promise((resolve) => {
      waiting[step].push(resolve);
      if (isRunning) return;
      isRunning = true;
      after(next);
    });
}
