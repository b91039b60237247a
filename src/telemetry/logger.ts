import { type Logger, LogLevel } from '@slack/web-api';
import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import { logIds } from './log-context.ts';
import { redact, redactText } from './redact.ts';

const LEVELS: Readonly<Record<LevelName, LogLevel>> = {
  debug: LogLevel.DEBUG,
  info: LogLevel.INFO,
  warn: LogLevel.WARN,
  error: LogLevel.ERROR,
};
type LevelName = 'debug' | 'info' | 'warn' | 'error';

/** Written at once, so that the last words of a process that ends are not lost. */
const standardError = () => destination({ dest: 2, sync: true });

/**
 * One JSON object a line on standard error, for our own messages and those of Slack's libraries: time
 * (ISO 8601 UTC), level, the ids of the work it belongs to (`log-context.ts`), message, details. Whoever
 * logs sees to it that no draft and no token is in it; `redact.ts` is a second net.
 */
export function createLogger(name: LevelName, to: DestinationStream = standardError()): Logger {
  const log = pino(
    {
      level: name,
      base: null,
      messageKey: 'message',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // A new object each time: pino writes into it.
      mixin: () => ({ ...logIds() }),
    },
    to,
  );
  const at =
    (level: LevelName) =>
    (...parts: unknown[]): void => {
      if (!log.isLevelEnabled(level)) return;
      const [first, ...others] = parts;
      const message = typeof first === 'string' ? redactText(first) : 'something was logged';
      const details = (typeof first === 'string' ? others : parts).map((part) => redact(part));
      if (details.length === 0) log[level](message);
      else log[level]({ details: details.length === 1 ? details[0] : details }, message);
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    setLevel: (level) => {
      log.level = level;
    },
    getLevel: () => LEVELS[log.level as LevelName],
    setName: () => undefined,
  };
}
