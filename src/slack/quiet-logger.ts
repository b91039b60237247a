import { type Logger, LogLevel } from '@slack/web-api';
import { describeError } from './describe-error.ts';

/** Libraries log errors whole, with whatever they hold. */
const plain = (part: unknown): unknown => (part instanceof Error ? describeError(part) : part);

/**
 * A logger for Slack's libraries. At debug level they log whole requests, drafts included, so that
 * level never reaches `logger`, however it is set.
 */
export function quietLogger(logger: Logger): Logger {
  return {
    debug: () => undefined,
    info: (...messages) => logger.info(...messages.map(plain)),
    warn: (...messages) => logger.warn(...messages.map(plain)),
    error: (...messages) => logger.error(...messages.map(plain)),
    setLevel: (level) => logger.setLevel(level === LogLevel.DEBUG ? LogLevel.INFO : level),
    getLevel: () => (logger.getLevel() === LogLevel.DEBUG ? LogLevel.INFO : logger.getLevel()),
    setName: (name) => logger.setName(name),
  };
}
