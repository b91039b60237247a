const MINUTE_MS = 60_000;

/**
 * Runs `look` at once and then a minute after each end of it; a failure is reported and the next look comes
 * all the same. Resolves the returned `stop` when no look runs any more.
 */
export function minutely(
  look: () => Promise<unknown>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = (): void => {
    running = look()
      .then(() => undefined, onError)
      .then(() => {
        if (!stopped) timer = setTimeout(run, MINUTE_MS);
      });
  };
  run();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
