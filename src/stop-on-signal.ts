import { constants } from 'node:os';

/** A process manager waits about this long before it kills, in ms. */
const PATIENCE_MS = 10_000;
/** One Ctrl-C may come twice, from the terminal and from npm: within this time, in ms, it counts as one. */
const ONE_KEYPRESS_MS = 300;

/**
 * On SIGTERM or SIGINT runs `stop` and ends the process with 0. A second signal ends it at once, with
 * 143 or 130 as a shell would say it; ten seconds or an error end it with 1.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let since: number | undefined;
  const onSignal = (signal: 'SIGTERM' | 'SIGINT'): void => {
    if (since !== undefined) {
      if (performance.now() - since > ONE_KEYPRESS_MS) process.exit(128 + constants.signals[signal]);
      return;
    }
    since = performance.now();
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
