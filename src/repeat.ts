/** Runs `work` now and again and again, never two at once; resolves the way to end it. `onError` hears of what it throws. */
export function repeat(work: () => Promise<void>, everyMs: number, onError: (error: unknown) => void) {
  let running = Promise.resolve();
  let isFree = true;
  const run = (): void => {
    if (!isFree) return;
    isFree = false;
    running = work()
      .catch(onError)
      .finally(() => {
        isFree = true;
      });
  };
  run();
  const timer = setInterval(run, everyMs);
  return async (): Promise<void> => {
    clearInterval(timer);
    await running;
  };
}
