import { type Logger, LogLevel } from '@slack/web-api';

/** Keeps what would be logged, and prints nothing. */
export function createTestLogger() {
  const lines: string[] = [];
  const keep = (...parts: unknown[]) => void lines.push(parts.map((part) => JSON.stringify(part)).join(' '));
  const logger: Logger = {
    debug: keep,
    info: keep,
    warn: keep,
    error: keep,
    setLevel: () => undefined,
    getLevel: () => LogLevel.DEBUG,
    setName: () => undefined,
  };
  return { logger, lines };
}
