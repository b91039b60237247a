import { type Logger, LogLevel } from '@slack/web-api';

const RANKS: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

/**
 * One JSON object a line on standard error, for our own messages and those of Slack's libraries. Whoever
 * logs sees to it that no draft and no token is in it (`slack/describe-error.ts`, `slack/quiet-logger.ts`).
 */
export function createLogger(name: 'debug' | 'info' | 'warn' | 'error'): Logger {
  let level: LogLevel = {
    debug: LogLevel.DEBUG,
    info: LogLevel.INFO,
    warn: LogLevel.WARN,
    error: LogLevel.ERROR,
  }[name];
  const at =
    (rank: LogLevel) =>
    (...parts: unknown[]): void => {
      if (RANKS[rank] < RANKS[level]) return;
      const [message, ...details] = parts;
      const line = {
        time: new Date().toISOString(),
        level: rank,
        message,
        ...(details.length > 0 && { details }),
      };
      process.stderr.write(`${JSON.stringify(line)}\n`);
    };
  return {
    debug: at(LogLevel.DEBUG),
    info: at(LogLevel.INFO),
    warn: at(LogLevel.WARN),
    error: at(LogLevel.ERROR),
    setLevel: (to) => {
      level = to;
    },
    getLevel: () => level,
    setName: () => undefined,
  };
}
