import { type Logger, LogLevel } from '@slack/web-api';

/**
 * A logger for Slack's libraries. At debug level they log whole requests, drafts included, so that
 * level never reaches `logger`, however it is set.
 */
export function quietLogger(logger: Logger): Logger {
  return {
    debug: () => undefined,
    info: (...messages) => logger.info(...messages),
    warn: (...messages) => logger.warn(...messages),
    error: (...messages) => logger.error(...messages),
    setLevel: (level) => logger.setLevel(level === LogLevel.DEBUG ? LogLevel.INFO : level),
    getLevel: () => (logger.getLevel() === LogLevel.DEBUG ? LogLevel.INFO : logger.getLevel()),
    setName: (name) => logger.setName(name),
  };
}
