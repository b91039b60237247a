import { AsyncLocalStorage } from 'node:async_hooks';

/** What a log line belongs to: ids and numbers, never a text. */
export type LogIds = Readonly<Record<string, string | number | undefined>>;

const current = new AsyncLocalStorage<LogIds>();

/**
 * Runs `work`; every line that is logged meanwhile, by whichever library, carries `ids`, and not those of what
 * happens to have started it: one request wakes the queue, which then takes up the jobs of others.
 */
export const withLogIds = <T>(ids: LogIds, work: () => T): T => current.run(ids, work);

/** The ids of the work that is going on here. */
export const logIds = (): LogIds => current.getStore() ?? {};
